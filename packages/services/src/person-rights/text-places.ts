import type { TableName } from '@signalen/database'

/** Columns of a table in which people may be named. Every other column of text is in `PLACES_WITHOUT_PERSONS`. */
export interface TextPlace {
  readonly table: TableName
  readonly texts?: readonly string[]
  readonly lists?: readonly string[]
  readonly jsons?: readonly string[]
  /** How a row belongs to a report, as an expression; absent where it belongs to none. */
  readonly signalId?: string
}

export const TEXT_PLACES: readonly TextPlace[] = [
  {
    table: 'signal',
    texts: ['text', 'text_extra', 'status_text', 'status_email_override', 'category_text', 'address_text'],
    jsons: ['extra_properties', 'status_extra_properties', 'address', 'location_extra_properties'],
    signalId: 'id',
  },
  { table: 'signal_history', texts: ['text'], jsons: ['data'], signalId: 'signal_id' },
  { table: 'attachment', texts: ['file_name', 'caption'], signalId: 'signal_id' },
  { table: 'feedback', texts: ['text_extra'], lists: ['text_list'], signalId: 'signal_id' },
  {
    table: 'mail',
    texts: ['recipient', 'subject', 'body_text', 'body_html', 'last_error'],
    signalId: 'signal_id',
  },
  {
    table: 'qa_answer',
    jsons: ['payload'],
    signalId: '(select session.signal_id from {{qa_session}} session where session.id = entry.session_id)',
  },
  { table: 'qa_question', texts: ['label', 'short_label'], jsons: ['extra_properties'] },
  { table: 'qa_choice', texts: ['display'], jsons: ['payload'] },
  { table: 'qa_questionnaire', texts: ['name', 'description'], jsons: ['explanation'] },
  { table: 'stored_filter', texts: ['name'], jsons: ['options'] },
  { table: 'object_history', jsons: ['data'] },
  { table: 'deleted_signal', texts: ['note'] },
  { table: 'audit_log', jsons: ['detail'] },
  { table: 'task_run', jsons: ['detail'] },
]

/** Handled each in its own way: contact details, tokens, stored answers. */
export const HANDLED_APART = [
  'reporter.email',
  'reporter.phone',
  'signal.reporter_email',
  'signal.reporter_phone',
  'my_report_token.reporter_email',
  'subscription.email',
  // Emptied as soon as it was carried out.
  'bulk_change.changes',
  'bulk_change_item.before',
  'bulk_change_item.reason',
  'idempotent_answer.body',
  'idempotent_answer.fingerprint',
  'idempotent_answer.key',
  'search_word.word',
  // Follow from the text.
  'signal.search',
] as const
