import { type Actor, judgePermissions } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { conflict, forbidden, notFound } from '../problem.ts'
import { KIND_RULES, type PreparedKind } from './kinds.ts'

export interface PreparedChange {
  readonly id: number
  readonly kind: PreparedKind
  readonly objectId: string | null
  readonly title: string
  readonly publishAt: Date
  readonly state: 'planned' | 'done' | 'failed' | 'cancelled'
  readonly fault: string | null
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly endedAt: Date | null
}

const MOST_LISTED = 200

/** What is planned first, soonest first; then what came of the others, newest first. Only of kinds that one may change. */
export async function listPreparedChanges(context: Context, actor: Actor): Promise<PreparedChange[]> {
  const rows = await selectChanges(context).orderBy('change.publish_at', 'desc').limit(MOST_LISTED).execute()
  const seen = rows.map(view).filter((change) => mayChange(actor, change))
  const planned = seen.filter(({ state }) => state === 'planned')
  return [...planned.reverse(), ...seen.filter(({ state }) => state !== 'planned')]
}

export async function cancelPreparedChange(context: Context, actor: Actor, id: number): Promise<void> {
  await context.db.transaction(async (db) => {
    const inside = { ...context, db }
    const row = await selectChanges(inside).where('change.id', '=', id).executeTakeFirst()
    if (!row) throw notFound('PreparedChange')
    const change = view(row)
    if (!mayChange(actor, change)) throw forbidden()
    const { numUpdatedRows } = await db.kysely
      .updateTable('prepared_change')
      .set({ state: 'cancelled', ended_at: context.clock.now(), ended_by: actor.email })
      .where('id', '=', id)
      .where('state', '=', 'planned')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw conflict('Deze wijziging is al gedaan of vervallen.')
    await recordInAuditLog(inside, {
      by: actor.email,
      action: 'change.cancelled',
      object: { type: 'prepared_change', id: String(id) },
      detail: { kind: change.kind, of: change.objectId, title: change.title },
    })
  })
}

function mayChange(actor: Actor, { kind, objectId }: PreparedChange): boolean {
  return judgePermissions(actor, KIND_RULES[kind].operationOf(objectId)).allowed
}

function selectChanges({ db }: Context) {
  return db.kysely
    .selectFrom('prepared_change as change')
    .innerJoin('app_user as user', 'user.id', 'change.prepared_by')
    .select(['change.id', 'change.kind', 'change.object_id', 'change.title', 'change.publish_at'])
    .select(['change.state', 'change.fault', 'change.prepared_at', 'change.ended_at', 'user.email'])
}

function view(row: {
  readonly id: number
  readonly kind: string
  readonly object_id: string | null
  readonly title: string
  readonly publish_at: Date
  readonly state: PreparedChange['state']
  readonly fault: string | null
  readonly prepared_at: Date
  readonly ended_at: Date | null
  readonly email: string
}): PreparedChange {
  return {
    id: row.id,
    kind: row.kind as PreparedKind,
    objectId: row.object_id,
    title: row.title,
    publishAt: row.publish_at,
    state: row.state,
    fault: row.fault,
    preparedBy: row.email,
    preparedAt: row.prepared_at,
    endedAt: row.ended_at,
  }
}
