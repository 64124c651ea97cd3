import { type Actor, type FilterParameters, judge } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { forbidden, invalid } from '../problem.ts'
import { queueJob } from '../queue-job.ts'
import { selectionOf } from '../signals/list/signal-selection.ts'
import { type BulkChange, type BulkChanges, getBulkChange } from './bulk-rows.ts'
import { countColleagueMails } from './count-colleague-mails.ts'
import { judgeItems } from './judge-item.ts'

export const MOST_AT_ONCE = 2000
const HELD_MINUTES = 5
/** So many are changed within a minute, on a slow machine. */
const PER_MINUTE = 500

/** Which reports: those that are named, or all that a list shows. */
export type BulkTarget = { readonly ids: readonly number[] } | { readonly filter: FilterParameters }

export interface BulkRequest {
  readonly target: BulkTarget
  readonly changes: BulkChanges
}

export interface BulkPreview {
  readonly all: number
  readonly changing: number
  /** To reporters. */
  readonly mails: number
  readonly colleagueMails: number
  /** Each reason once, with how many reports it is about. */
  readonly refusals: readonly { readonly reason: string; readonly count: number }[]
}

/** What would happen, without doing it. */
export async function previewBulkChange(
  context: Context,
  actor: Actor,
  { target, changes }: BulkRequest,
): Promise<BulkPreview> {
  const ids = await findIds(context, actor, target)
  const verdicts = await judgeItems(context, actor, { ids, changes })
  const refused = Map.groupBy(
    verdicts.filter(({ refusal }) => refusal !== undefined),
    ({ refusal }) => refusal ?? '',
  )
  const items = verdicts.flatMap(({ refusal, item }) => (refusal === undefined ? item : []))
  return {
    all: ids.length,
    changing: items.length,
    colleagueMails: await countColleagueMails(context, actor, { items, changes }),
    mails: verdicts.filter(({ mails }) => mails).length,
    refusals: [...refused].map(([reason, items]) => ({ reason, count: items.length })),
  }
}

/** Writes down which reports are to be changed, and has a job do it: they are those of this moment. */
export async function startBulkChange(
  context: Context,
  actor: Actor,
  { target, changes }: BulkRequest,
): Promise<BulkChange> {
  const ids = await findIds(context, actor, target)
  if (ids.length === 0) throw invalid({ signals: ['Er zijn geen meldingen om te wijzigen.'] })
  const now = context.clock.now()
  const heldMinutes = HELD_MINUTES + Math.ceil(ids.length / PER_MINUTE)
  const id = await context.db.transaction(async (trx) => {
    const { id: made } = await trx.kysely
      .insertInto('bulk_change')
      .values({
        user_id: actor.userId,
        changes: JSON.stringify(changes),
        created_at: now,
        finished_at: null,
        mails_held_until: new Date(now.getTime() + heldMinutes * 60_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`
      insert into ${trx.table('bulk_change_item')} (bulk_change_id, signal_id)
      select ${made}, id from unnest(${ids}::integer[]) as chosen (id)`.execute(trx.kysely)
    await queueJob({ ...context, db: trx }, 'bulk.run', { bulkChangeId: made }, { key: `bulk/${made}` })
    return made
  })
  return getBulkChange(context, actor, id)
}

async function findIds(context: Context, actor: Actor, target: BulkTarget): Promise<number[]> {
  if (!judge(actor, 'bulkChange.make').allowed) throw forbidden()
  const { where } = await selectionOf(context, actor, 'filter' in target ? target.filter : {})
  const named = 'ids' in target ? sql<boolean>`s.id = any(${[...target.ids]}::integer[])` : sql<boolean>`true`
  const rows = await context.db.kysely
    .selectFrom('signal as s')
    .select('s.id')
    .where(where)
    .where(named)
    .orderBy('s.id')
    .limit(MOST_AT_ONCE + 1)
    .execute()
  if (rows.length > MOST_AT_ONCE) {
    throw invalid({
      signals: [`U kunt hooguit ${MOST_AT_ONCE} meldingen tegelijk wijzigen. Maak het filter kleiner.`],
    })
  }
  return rows.map(({ id }) => id)
}
