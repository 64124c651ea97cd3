import type { HistoryEvent, HistoryEventType } from '@signalen/domain'

/** Under which `kind` each event stands in `signal_history`. */
export const HISTORY_KINDS = {
  status: 'status',
  priority: 'priority',
  category: 'category',
  serviceLevel: 'sla',
  location: 'location',
  note: 'note',
  feedback: 'feedback',
  type: 'type',
  directing: 'directing',
  routing: 'routing',
  assignment: 'user',
  childAdded: 'child',
  relation: 'relation',
  cause: 'cause',
  externalReaction: 'session_received',
  noExternalReaction: 'session_not_received',
  reporter: 'reporter',
} as const satisfies Record<HistoryEventType, string>

export type HistoryKind = (typeof HISTORY_KINDS)[HistoryEventType]

const TYPES = new Map(Object.entries(HISTORY_KINDS).map(([type, kind]) => [kind as string, type]))

/** What a kind of event keeps beside what is told of it, for instance the id of a category. */
export type HistoryFacts = Readonly<Record<string, unknown>>

export interface HistoryContent {
  readonly kind: HistoryKind
  readonly text: string | null
  readonly data: string
}

/** The words of an event stand in a column of their own, where they can be searched; the rest is its data. */
export function toHistoryContent(event: HistoryEvent, facts: HistoryFacts = {}): HistoryContent {
  const { type, ...rest } = event
  const { text, ...data } = { text: null, ...rest }
  return { kind: HISTORY_KINDS[type], text, data: JSON.stringify({ ...facts, ...data }) }
}

export function toHistoryEvent(row: { kind: string; text: string | null; data: unknown }): HistoryEvent {
  const type = TYPES.get(row.kind)
  if (type === undefined) throw new Error(`no kind of history is called ${row.kind}`)
  const data = row.data as { askedAt?: string | null }
  const askedAt = data.askedAt ? new Date(data.askedAt) : null
  return { ...data, askedAt, type, text: row.text } as unknown as HistoryEvent
}
