import type { BulkAction } from './BulkBar.tsx'

export interface BulkInput {
  readonly value: string
  readonly text: string
  /** Where it is for whoever writes to say whether the reporters hear of it. */
  readonly sendsMail?: boolean
}

export const EMPTY_INPUT: BulkInput = { value: '', text: '' }

/** The common tray: by the category alone. */
export const TRAY = 'tray'

/** States whose text goes to the reporter only when one wishes it. */
export const STATES_WITH_CHOICE: readonly string[] = ['i', 'b', 'ingepland', 'a']

export const NOBODY = 'nobody'

/** States that cannot be without a word to the reporter. */
export const STATES_WITH_TEXT: readonly string[] = ['o', 'reopened', 'ingepland', 'reaction requested']

/** Which field is not right yet. */
export function findBulkFault(action: BulkAction, input: BulkInput): 'value' | 'text' | undefined {
  if (action !== 'note' && input.value === '') return 'value'
  const needsText =
    action === 'note' ||
    (action === 'status' && (STATES_WITH_TEXT.includes(input.value) || input.sendsMail === true))
  return needsText && input.text.trim() === '' ? 'text' : undefined
}

/** What is sent for each of the reports. */
export function toBulkChange(action: BulkAction, input: BulkInput): Record<string, unknown> {
  const { value, text } = input
  switch (action) {
    case 'assign':
      return { assigned_user_email: value === NOBODY ? null : value }
    case 'priority':
      return { priority: { priority: value } }
    case 'status':
      return { status: toStatus(input) }
    case 'department':
      return { routing_departments: value === TRAY ? [] : [{ id: Number(value) }] }
    case 'category':
      return { category: { sub_category: value, ...(text.trim() && { text: text.trim() }) } }
    case 'note':
      return { notes: [{ text: text.trim() }] }
  }
}

function toStatus({ value, text, sendsMail = false }: BulkInput) {
  const words = text.trim() || null
  const mails = sendsMail && words !== null && STATES_WITH_CHOICE.includes(value)
  return { state: value, text: words, ...(mails && { send_email: true }) }
}
