import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { SignalRow } from '../signals/signal-row.ts'
import { updateInside } from '../signals/update/update-signal.ts'
import { findActorById } from '../users/find-actor.ts'
import { type BulkChanges, type BulkRow, findBulkRow } from './bulk-rows.ts'
import { describeProblem, judgeItems } from './judge-item.ts'

const PIECE = 50

/** Each report in a transaction of its own, with what stops it told; one that was done is not done again. */
export async function runBulkChange(context: Context, id: number): Promise<void> {
  const bulk = await findBulkRow(context, id)
  if (bulk?.state !== 'waiting') return
  const actor = await findActorById(context, bulk.user_id)
  for (let ids = await listWaiting(context, id); ids.length > 0; ids = await listWaiting(context, id)) {
    await runPiece(context, bulk, { actor, ids })
    await yieldToOthers()
  }
  await context.db.kysely
    .updateTable('bulk_change')
    .set({ state: 'done', changes: '{}', finished_at: context.clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

async function listWaiting(context: Context, id: number): Promise<number[]> {
  const rows = await context.db.kysely
    .selectFrom('bulk_change_item')
    .select('signal_id')
    .where('bulk_change_id', '=', id)
    .where('state', '=', 'waiting')
    .orderBy('signal_id')
    .limit(PIECE)
    .execute()
  return rows.map(({ signal_id }) => signal_id)
}

interface Piece {
  readonly actor: Actor | undefined
  readonly ids: readonly number[]
}

async function runPiece(context: Context, bulk: BulkRow, { actor, ids }: Piece): Promise<void> {
  const changes = bulk.changes as BulkChanges
  const verdicts = actor?.isActive ? await judgeItems(context, actor, { ids, changes }) : []
  for (const signalId of ids) {
    const verdict = verdicts.find((one) => one.id === signalId)
    const refusal = verdict ? verdict.refusal : 'U mag dit bij deze melding niet wijzigen.'
    if (!actor || refusal !== undefined) await refuse(context, bulk.id, signalId, refusal ?? '')
    else await changeOne({ ...context, mailsHeldUntil: bulk.mails_held_until }, actor, { bulk, signalId })
  }
}

interface Item {
  readonly bulk: BulkRow
  readonly signalId: number
}

async function changeOne(context: Context, actor: Actor, { bulk, signalId }: Item): Promise<void> {
  try {
    await context.db.transaction(async (trx) => {
      const inside = { ...context, db: trx }
      const changes = bulk.changes as BulkChanges
      const before = await updateInside(inside, actor, { id: signalId, changes, ifVersion: null })
      const { version } = await trx.kysely
        .selectFrom('signal')
        .select('version')
        .where('id', '=', signalId)
        .executeTakeFirstOrThrow()
      await trx.kysely
        .updateTable('bulk_change_item')
        .set({ state: 'changed', before: JSON.stringify(toBefore(before)), version })
        .where('bulk_change_id', '=', bulk.id)
        .where('signal_id', '=', signalId)
        .execute()
    })
  } catch (error) {
    context.log.warn({ bulkChange: bulk.id, signalId }, 'not changed with the others')
    await refuse(context, bulk.id, signalId, describeProblem(error))
  }
}

async function refuse(context: Context, id: number, signalId: number, reason: string): Promise<void> {
  await context.db.kysely
    .updateTable('bulk_change_item')
    .set({ state: 'refused', reason })
    .where('bulk_change_id', '=', id)
    .where('signal_id', '=', signalId)
    .execute()
}

/** What is put back when it is undone; nothing about the reporter. */
export function toBefore(row: SignalRow) {
  return {
    status_state: row.status_state,
    status_id: row.status_id,
    category_id: row.category_id,
    category_assigned_at: row.category_assigned_at,
    category_created_by: row.category_created_by,
    handling_message: row.handling_message,
    deadline: row.deadline,
    deadline_factor_3: row.deadline_factor_3,
    priority: row.priority,
    assigned_user_id: row.assigned_user_id,
    assigned_user_email: row.assigned_user_email,
    routing_department_ids: row.routing_department_ids,
  }
}

export type Before = {
  readonly [Name in keyof ReturnType<typeof toBefore>]: ReturnType<typeof toBefore>[Name]
}
