import { canChangeStatus, type StatusCode, type StatusToSet } from '@signalen/domain'
import type { Context } from '../context.ts'
import { planStatusMail } from '../mail/plan-status-mail.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { touchSignal } from './touch-signal.ts'

/**
 * A status that follows from what someone outside did, or left undone. In the caller's transaction, with
 * the report locked. False when the report has gone another way meanwhile: then it stays as it is.
 */
export async function setSystemStatus(
  context: Context,
  signalId: number,
  status: StatusToSet,
): Promise<boolean> {
  const current = await findState(context, signalId)
  if (current === undefined || !canChangeStatus(current, status.state)) return false
  const [statusHistoryId] = await appendHistory(context, [
    { signalId, createdBy: null, event: { type: 'status', ...status, sendEmail: false } },
  ])
  if (statusHistoryId === undefined) return false
  await touchSignal(context, signalId, {
    status_id: statusHistoryId,
    status_state: status.state,
    status_text: status.text,
    status_user: null,
    status_target_api: null,
    status_extra_properties: null,
    status_send_email: false,
    status_email_override: null,
    status_created_at: context.clock.now(),
  })
  await planStatusMail(context, { signalId, statusHistoryId, previousState: current })
  return true
}

async function findState(context: Context, signalId: number): Promise<StatusCode | undefined> {
  const row = await context.db.kysely
    .selectFrom('signal')
    .select('status_state')
    .where('id', '=', signalId)
    .executeTakeFirst()
  return row?.status_state as StatusCode | undefined
}
