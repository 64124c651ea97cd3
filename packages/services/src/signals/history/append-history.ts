import type { HistoryEvent } from '@signalen/domain'
import type { Context } from '../../context.ts'
import { type HistoryFacts, toHistoryContent } from './history-rows.ts'

export interface NewHistory {
  readonly signalId: number
  /** E-mail address of the employee; null for the reporter and for the system. */
  readonly createdBy: string | null
  readonly event: HistoryEvent
  /** What is kept with the event beside what it tells, as `categoryId` of a category. */
  readonly facts?: HistoryFacts
}

/** Adds events to the history of one or more reports in one statement. Answers their ids, in the same order. */
export async function appendHistory(context: Context, entries: readonly NewHistory[]): Promise<number[]> {
  if (entries.length === 0) return []
  const now = context.clock.now()
  const rows = await context.db.kysely
    .insertInto('signal_history')
    .values(
      entries.map(({ signalId, createdBy, event, facts }) => ({
        signal_id: signalId,
        created_by: createdBy,
        created_at: now,
        ...toHistoryContent(event, facts),
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
