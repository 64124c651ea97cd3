import { type Actor, decideReporterCancellation } from '@signalen/domain'
import type { Context } from '../context.ts'
import { notFound, problemOf } from '../problem.ts'
import { lockSignal, touchSignal } from '../questionnaires/touch-signal.ts'
import { getSignal } from '../signals/get-signal.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import type { ReporterView } from './list-reporters.ts'
import { findReporters } from './reporter-rows.ts'

export interface ReporterCancellation {
  readonly signalId: number
  readonly reporterId: number
  readonly reason: string | null
}

/** Takes back contact details that still wait for their holder to confirm them. */
export async function cancelReporter(
  context: Context,
  actor: Actor,
  { signalId, reporterId, reason }: ReporterCancellation,
): Promise<ReporterView> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    await lockSignal(inside, signalId)
    const { allowsContact } = await getSignal(inside, actor, signalId, 'reporter.cancel')
    const reporters = await findReporters(inside, signalId)
    const reporter = reporters.find(({ id }) => id === reporterId)
    if (!reporter) throw notFound('Reporter')
    const decision = decideReporterCancellation({
      state: reporter.state,
      isOnlyReporter: reporters.length === 1,
    })
    if (!decision.ok) throw problemOf(decision)
    await setCancelled(inside, reporterId)
    await touchSignal(inside, signalId)
    await appendHistory(inside, [
      {
        signalId,
        createdBy: actor.email,
        event: { type: 'reporter', change: 'cancelledByEmployee', reason },
        facts: { reporterId },
      },
    ])
    return { ...reporter, state: 'cancelled', updated_at: context.clock.now(), allowsContact }
  })
}

async function setCancelled(context: Context, reporterId: number): Promise<void> {
  await context.db.kysely
    .updateTable('reporter')
    .set({ state: 'cancelled', email_verification_token_hash: null, updated_at: context.clock.now() })
    .where('id', '=', reporterId)
    .execute()
}
