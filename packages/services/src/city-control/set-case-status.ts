import { type CaseStatus, canChangeStatus, type StatusCode } from '@signalen/domain'
import type { Context } from '../context.ts'
import { type SignalRow, selectSignals } from '../signals/signal-row.ts'
import { carryOut } from '../signals/update/carry-out.ts'
import { changeStatus } from '../signals/update/change-status.ts'

export function lockCaseSignal(context: Context, signalId: number): Promise<SignalRow | undefined> {
  return selectSignals(context.db).where('s.id', '=', signalId).forUpdate().executeTakeFirst()
}

export function canSetCaseStatus(row: SignalRow, { state }: CaseStatus): boolean {
  return canChangeStatus(row.status_state as StatusCode, state)
}

/** In the caller's transaction, on a report that it has locked. In the name of nobody here. */
export async function setCaseStatus(context: Context, row: SignalRow, status: CaseStatus): Promise<void> {
  const { extraProperties, ...requested } = status
  const part = changeStatus({
    current: row.status_state as StatusCode,
    requested,
    reporter: { email: row.reporter_email },
    canPushToSigmax: true,
    extraProperties,
    by: null,
    at: context.clock.now(),
  })
  await carryOut(context, row, [part], null)
}
