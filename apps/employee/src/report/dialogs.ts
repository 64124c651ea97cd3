export type ReportDialog = 'status' | 'category' | 'forward' | 'place' | 'contact' | 'relate'

/** Which dialog of a report is open; at most one. */
export interface DialogProps {
  readonly dialog: ReportDialog | undefined
  readonly onDialog: (dialog: ReportDialog | undefined) => void
}
