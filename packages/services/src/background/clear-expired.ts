import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { daysBefore, deleteInPieces, inPieces, PIECE } from './pieces.ts'

const ANSWERS_KEPT_DAYS = 1
const BULK_CHANGES_KEPT_DAYS = 7
const RUNS_KEPT_DAYS = 365
const FREE_SESSIONS_KEPT_DAYS = 2

export function clearEmployeeSessions(context: Context): Promise<number> {
  const now = context.clock.now()
  return deleteInPieces(context, {
    table: 'employee_session',
    key: 'token_hash',
    where: sql`expires_at < ${now}`,
  })
}

export function clearMyReportTokens(context: Context): Promise<number> {
  const now = context.clock.now()
  return deleteInPieces(context, {
    table: 'my_report_token',
    key: 'token_hash',
    where: sql`expires_at < ${now}`,
  })
}

export function clearIdempotentAnswers(context: Context): Promise<number> {
  const before = daysBefore(context.clock.now(), ANSWERS_KEPT_DAYS)
  return deleteInPieces(context, {
    table: 'idempotent_answer',
    key: 'key',
    where: sql`created_at < ${before}`,
  })
}

export function clearBulkChanges(context: Context): Promise<number> {
  const before = daysBefore(context.clock.now(), BULK_CHANGES_KEPT_DAYS)
  return deleteInPieces(context, { table: 'bulk_change', key: 'id', where: sql`created_at < ${before}` })
}

export function clearTaskRuns(context: Context): Promise<number> {
  const before = daysBefore(context.clock.now(), RUNS_KEPT_DAYS)
  return deleteInPieces(context, {
    table: 'task_run',
    key: 'id',
    where: sql`started_at < ${before} and finished_at is not null`,
  })
}

/** Ways through a questionnaire that belong to no report, begun and left. Their photos go with them. */
export function clearFreeSessions(context: Context): Promise<number> {
  const before = daysBefore(context.clock.now(), FREE_SESSIONS_KEPT_DAYS)
  return inPieces(() =>
    context.db.transaction(async (trx) => {
      const { rows } = await sql<{ id: number }>`
        select id from ${trx.table('qa_session')}
        where signal_id is null and created_at < ${before} order by id limit ${PIECE} for update skip locked
      `.execute(trx.kysely)
      const ids = rows.map(({ id }) => id)
      await noteUploads({ ...context, db: trx }, ids)
      await sql`delete from ${trx.table('qa_session')} where id = any(${ids}::integer[])`.execute(trx.kysely)
      return ids.length
    }),
  )
}

/** The photos that were sent in these sessions are to be deleted, unless a report has them. */
export async function noteUploads(context: Context, sessionIds: readonly number[]): Promise<void> {
  await sql`
    insert into ${context.db.table('file_to_delete')} (file_key, created_at)
    select distinct key, ${context.clock.now()}::timestamptz
    from ${context.db.table('qa_answer')} answer
    cross join lateral jsonb_path_query(answer.payload, '$.** ? (@.file_path != null)') upload
    cross join lateral (values (upload->>'file_path'), (upload->>'thumbnail_path')) keys (key)
    where answer.session_id = any(${sessionIds}::integer[]) and key is not null
    on conflict do nothing`.execute(context.db.kysely)
}
