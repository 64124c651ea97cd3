import type { BulkAction } from './BulkBar.tsx'

export interface BulkInput {
  readonly value: string
  readonly text: string
}

export const EMPTY_INPUT: BulkInput = { value: '', text: '' }

export const NOBODY = 'nobody'

/** States that cannot be without a word to the reporter. */
export const STATES_WITH_TEXT: readonly string[] = ['o', 'reopened', 'ingepland', 'reaction requested']

/** Which field is not right yet. */
export function findBulkFault(action: BulkAction, input: BulkInput): 'value' | 'text' | undefined {
  if (action !== 'note' && input.value === '') return 'value'
  const needsText = action === 'note' || (action === 'status' && STATES_WITH_TEXT.includes(input.value))
  return needsText && input.text.trim() === '' ? 'text' : undefined
}

/** What is sent for each of the reports. */
export function toBulkChange(action: BulkAction, { value, text }: BulkInput): Record<string, unknown> {
  switch (action) {
    case 'assign':
      return { assigned_user_email: value === NOBODY ? null : value }
    case 'priority':
      return { priority: { priority: value } }
    case 'status':
      return { status: { state: value, text: text.trim() || null } }
    case 'note':
      return { notes: [{ text: text.trim() }] }
  }
}
