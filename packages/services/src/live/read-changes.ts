import type { SignalSubject } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { readReference } from '../signals/reference.ts'
import { subjectOf } from '../signals/visibility.ts'

export interface LiveChange {
  readonly id: number
  /** Made, and not only changed. */
  readonly isNew: boolean
  readonly version: number
  readonly subject: SignalSubject
}

export interface LiveChanges {
  /** What has been seen: asking from here on misses nothing and repeats nothing. */
  readonly cursor: string
  readonly changes: readonly LiveChange[]
  /** False when not all changes since are known: after a restart, after more than an hour, or when they are too many. */
  readonly isComplete: boolean
}

const MOST_CHANGES = 500
const CURSOR = /^(\d{1,20}\.?\d{0,6})~(\d{1,20}:\d{1,20}:(?:\d{1,20}(?:,\d{1,20})*)?)$/

/** Where the changes are now. */
export async function readCursor({ db }: Context): Promise<string> {
  const { rows } = await sql<{ cursor: string }>`
    select extract(epoch from pg_postmaster_start_time())::text || '~' || pg_current_snapshot()::text as cursor
  `.execute(db.kysely)
  return rows[0]?.cursor ?? ''
}

interface Row {
  readonly cursor: string
  readonly is_known: boolean
  readonly id: number | null
  readonly is_new: boolean
  readonly version: number
  readonly parent_id: number | null
  readonly child_count: number
  readonly category_id: number
  readonly routing_department_ids: number[] | null
}

/**
 * The reports that changed since, by the transactions that were not seen then: nothing that was committed later
 * is missed, in whatever order it began. Reports that are there no more are left out.
 */
export async function readChangesSince(context: Context, cursor: string): Promise<LiveChanges> {
  const [, era, snapshot] = CURSOR.exec(cursor) ?? []
  if (era === undefined || snapshot === undefined) return startAnew(context)
  const { db } = context
  const seen = sql`${snapshot}::pg_snapshot`
  const isSameEra = sql`extract(epoch from pg_postmaster_start_time())::text = ${era}`
  const { rows } = await sql<Row>`
    with changed as materialized (
      select id, not bool_and(existed) as is_new
      from ${db.table('signal_before')}
      where era = pg_postmaster_start_time() and ${isSameEra}
        and xid >= pg_snapshot_xmin(${seen}) and not pg_visible_in_snapshot(xid, ${seen})
      group by id limit ${MOST_CHANGES + 1}
    ), moment as (
      select extract(epoch from pg_postmaster_start_time())::text || '~' || pg_current_snapshot()::text as cursor,
        ${isSameEra} and not exists (
          select from ${db.table('signal_before_horizon')} horizon
          where horizon.era = pg_postmaster_start_time() and horizon.xid >= pg_snapshot_xmin(${seen})
        ) as is_known
    )
    select moment.*, found.* from moment left join (
      select s.id, changed.is_new, s.version, s.parent_id, s.child_count, s.category_id, s.routing_department_ids
      from changed join ${db.table('signal')} s on s.id = changed.id
    ) found on true`.execute(db.kysely)
  const [first] = rows
  if (!first?.is_known || rows.length > MOST_CHANGES) return startAnew(context)
  const reference = await readReference(db)
  return {
    cursor: first.cursor,
    isComplete: true,
    changes: rows.flatMap((row) =>
      row.id === null
        ? []
        : [{ id: row.id, isNew: row.is_new, version: row.version, subject: subjectOf(row, reference) }],
    ),
  }
}

async function startAnew(context: Context): Promise<LiveChanges> {
  return { cursor: await readCursor(context), changes: [], isComplete: false }
}
