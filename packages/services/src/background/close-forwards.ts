import { findStatusAfterForward, mustCloseForward } from '@signalen/domain'
import type { Context } from '../context.ts'
import { findSessionView, type SessionView } from '../questionnaires/session-view.ts'
import { setSystemStatus } from '../questionnaires/set-system-status.ts'
import { findAskedStatus } from '../questionnaires/take-in-forward-answer.ts'
import { lockSignal, touchSignal } from '../questionnaires/touch-signal.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { PIECE } from './pieces.ts'

/** A question to an outside party that got no answer in time: its link closes, and the report says so. */
export async function closeForwards(context: Context): Promise<number> {
  let closed = 0
  for (let after = 0; ; ) {
    const late = await listLate(context, after)
    for (const session of late) if (await closeOne(context, session)) closed += 1
    if (late.length < PIECE) return closed
    after = late.at(-1)?.id ?? after
  }
}

interface LateSession {
  readonly id: number
  readonly uuid: string
  readonly signal_id: number | null
}

function listLate(context: Context, after: number): Promise<LateSession[]> {
  return context.db.kysely
    .selectFrom('qa_session as session')
    .innerJoin('qa_questionnaire as form', 'form.id', 'session.questionnaire_id')
    .select(['session.id', 'session.uuid', 'session.signal_id'])
    .where('form.flow', '=', 'FORWARD_TO_EXTERNAL')
    .where('session.frozen', '=', false)
    .where('session.invalidated', '=', false)
    .where('session.submit_before', '<', context.clock.now())
    .where('session.id', '>', after)
    .orderBy('session.id')
    .limit(PIECE)
    .execute()
}

function closeOne(context: Context, { id, uuid, signal_id }: LateSession): Promise<boolean> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    if (signal_id !== null) await lockSignal(inside, signal_id)
    await trx.kysely.selectFrom('qa_session').select('id').where('id', '=', id).forUpdate().execute()
    const session = await findSessionView(inside, uuid)
    if (!session?.signal) return false
    const asked = await findAskedStatus(inside, session)
    if (!mustCloseForward(session, asked?.state ?? null, context.clock.now())) return false
    await trx.kysely.updateTable('qa_session').set({ invalidated: true }).where('id', '=', id).execute()
    await tellReport(inside, session, session.signal, asked?.askedAt ?? null)
    return true
  })
}

async function tellReport(
  context: Context,
  session: SessionView,
  signal: NonNullable<SessionView['signal']>,
  askedAt: Date | null,
): Promise<void> {
  await appendHistory(context, [
    {
      signalId: signal.id,
      createdBy: null,
      event: { type: 'noExternalReaction', askedAt },
      facts: { sessionId: session.id },
    },
  ])
  await touchSignal(context, signal.id)
  const status = findStatusAfterForward(signal.statusId === session.statusHistoryId)
  if (status) await setSystemStatus(context, signal.id, status)
}
