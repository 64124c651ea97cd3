import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { toCsvLine } from '../exports/csv-line.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'

export interface AuditFilter {
  /** A part of the e-mail address of the one who did it. */
  readonly actor?: string | undefined
  readonly action?: string | undefined
  /** Of what it was done to, such as the number of a report. */
  readonly object?: string | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

export interface AuditRow {
  readonly id: number
  readonly at: Date
  readonly actor: string | null
  readonly action: string
  readonly objectType: string | null
  readonly objectId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** Newest first. */
export async function listAuditLog(
  context: Pick<Context, 'db'>,
  { filter, page }: { readonly filter: AuditFilter; readonly page: PageRequest },
): Promise<Page<AuditRow>> {
  const chosen = choose(context, filter)
  const { count } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await chosen
    .selectAll()
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.pageSize)
    .offset(offsetOf(page, Number(count)))
    .execute()
  return { count: Number(count), results: rows.map(view) }
}

/** The actions that there are, for a list to choose from. */
export async function listAuditActions({ db }: Pick<Context, 'db'>): Promise<string[]> {
  const rows = await db.kysely.selectFrom('audit_log').select('action').distinct().orderBy('action').execute()
  return rows.map(({ action }) => action)
}

const PIECE = 1000
const HEAD = ['id', 'occurred_at', 'actor', 'action', 'object_type', 'object_id', 'detail']

/** As lines of a CSV file, in pieces, so that the whole log is never in memory. */
export async function* writeAuditLog(
  context: Pick<Context, 'db'>,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield toCsvLine(HEAD)
  let before: number | undefined
  for (;;) {
    let query = choose(context, filter).selectAll().orderBy('id', 'desc').limit(PIECE)
    if (before !== undefined) query = query.where('id', '<', before)
    const rows = (await query.execute()).map(view)
    if (rows.length > 0) yield rows.map(toLine).join('')
    before = rows.at(-1)?.id
    if (rows.length < PIECE) return
  }
}

function toLine({ id, at, actor, action, objectType, objectId, detail }: AuditRow): string {
  return toCsvLine([
    String(id),
    at.toISOString(),
    actor,
    action,
    objectType,
    objectId,
    JSON.stringify(detail),
  ])
}

function choose({ db }: Pick<Context, 'db'>, { actor, action, object, from, until }: AuditFilter) {
  let query = db.kysely.selectFrom('audit_log')
  if (actor) query = query.where(sql<boolean>`strpos(lower(coalesce(actor, '')), lower(${actor})) > 0`)
  if (action) query = query.where('action', '=', action)
  if (object) query = query.where('object_id', '=', object)
  if (from) query = query.where('occurred_at', '>=', from)
  if (until) query = query.where('occurred_at', '<', until)
  return query
}

function view(row: {
  readonly id: number
  readonly occurred_at: Date
  readonly actor: string | null
  readonly action: string
  readonly object_type: string | null
  readonly object_id: string | null
  readonly detail: unknown
}): AuditRow {
  return {
    id: row.id,
    at: row.occurred_at,
    actor: row.actor,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    detail: row.detail as AuditRow['detail'],
  }
}
