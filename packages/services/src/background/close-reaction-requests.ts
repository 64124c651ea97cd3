import { findStatusAfterSilence, REACTION_DAYS, type StatusCode } from '@signalen/domain'
import type { Context } from '../context.ts'
import { setSystemStatus } from '../questionnaires/set-system-status.ts'
import { lockSignal } from '../questionnaires/touch-signal.ts'
import { daysBefore, PIECE } from './pieces.ts'

/** A question to the reporter that got no answer in time: the report goes on without it. */
export async function closeReactionRequests(context: Context): Promise<number> {
  let closed = 0
  for (let after = 0; ; ) {
    const ids = await listSilent(context, after)
    for (const id of ids) if (await closeOne(context, id)) closed += 1
    if (ids.length < PIECE) return closed
    after = ids.at(-1) ?? after
  }
}

async function listSilent(context: Context, after: number): Promise<number[]> {
  const rows = await context.db.kysely
    .selectFrom('signal')
    .select('id')
    .where('status_state', '=', 'reaction requested')
    .where('status_created_at', '<', daysBefore(context.clock.now(), REACTION_DAYS))
    .where('id', '>', after)
    .orderBy('id')
    .limit(PIECE)
    .execute()
  return rows.map(({ id }) => id)
}

/** Looked at again behind the lock: the answer may come in at this moment. */
function closeOne(context: Context, signalId: number): Promise<boolean> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    await lockSignal(inside, signalId)
    const row = await trx.kysely
      .selectFrom('signal')
      .select(['status_state', 'status_created_at'])
      .where('id', '=', signalId)
      .executeTakeFirst()
    if (!row) return false
    const status = findStatusAfterSilence(
      { state: row.status_state as StatusCode, createdAt: row.status_created_at },
      context.clock.now(),
    )
    return status !== undefined && setSystemStatus(inside, signalId, status)
  })
}
