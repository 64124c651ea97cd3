import { type Actor, findEventTypes, type HistoryEvent, parseMoment } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { invalid } from '../../problem.ts'
import { getSubject } from '../get-subject.ts'
import { HISTORY_KINDS, toHistoryEvent } from './history-rows.ts'

export interface HistoryQuery {
  readonly signalId: number
  /** The name of a kind of event, as clients know it. */
  readonly what?: string | undefined
  readonly createdAfter?: string | undefined
}

export interface HistoryEntry {
  readonly id: number
  readonly signalId: number
  readonly createdAt: Date
  readonly createdBy: string | null
  readonly event: HistoryEvent
}

/** All that happened to a report, the last first. */
export async function listHistory(
  context: Context,
  actor: Actor,
  { signalId, what, createdAfter }: HistoryQuery,
): Promise<HistoryEntry[]> {
  await getSubject(context, actor, signalId, 'signal.history')
  const kinds = what === undefined ? null : findEventTypes(what).map((type) => HISTORY_KINDS[type])
  return findHistory(context, signalId, { kinds, since: readSince(createdAfter) })
}

function readSince(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  const since = parseMoment(text)
  if (since === undefined) throw invalid(['Voer een geldige datum/tijd in.'])
  return since
}

export interface HistoryPart {
  /** Null for every kind. */
  readonly kinds: readonly string[] | null
  readonly since: string | null
}

interface Row {
  readonly id: number
  readonly signal_id: number
  readonly created_at: Date
  readonly created_by: string | null
  readonly kind: string
  readonly text: string | null
  readonly data: unknown
}

/**
 * The promise that comes with a category stands in one place with it: which of the two comes first is left to
 * the sort, as it has always been.
 */
export async function findHistory(
  context: Context,
  signalId: number,
  { kinds, since }: HistoryPart,
): Promise<HistoryEntry[]> {
  const { rows } = await sql<Row>`
    select id, signal_id, created_at, created_by, kind, text, data
    from (
      select * from ${context.db.table('signal_history')}
      where signal_id = ${signalId}
        and (${kinds}::text[] is null or kind = any(${kinds}::text[]))
        and (${since}::timestamptz is null or created_at >= ${since}::timestamptz)
      order by id
    ) event
    order by created_at desc, case when kind = 'sla' then id + 1 else id end desc`.execute(context.db.kysely)
  return rows.map((row) => ({
    id: row.id,
    signalId: row.signal_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
    event: toHistoryEvent(row),
  }))
}
