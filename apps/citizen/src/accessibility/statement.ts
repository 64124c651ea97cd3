/** What the tests of this version saw, written by them. */
export interface AccessibilityState {
  /** The day on which the pages were looked at. */
  readonly checkedOn: string
  readonly tool: string
  /** Pages by their addresses, what differs from visitor to visitor left out. */
  readonly pages: readonly string[]
  readonly violations: readonly { readonly rule: string; readonly page: string }[]
}

/**
 * Of the five that the government knows. Fully (A) or partly (B) takes a whole examination by an expert, no older than
 * three years, which no test can stand in for.
 */
export type ComplianceStatus = 'C' | 'D'

/** First measures were taken when every page is looked at and what was found is known; else nothing can be said. */
export function findStatus({ pages }: AccessibilityState): ComplianceStatus {
  return pages.length > 0 ? 'C' : 'D'
}
