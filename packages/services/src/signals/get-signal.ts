import { type Actor, judge, type SignalOperation } from '@signalen/domain'
import type { Context } from '../context.ts'
import { forbidden, notFound } from '../problem.ts'
import { type SignalRow, selectSignals } from './signal-row.ts'
import { type SignalView, viewSignals } from './signal-view.ts'

/** What most operations on one report ask; deleting an attachment asks more and judges itself. */
export type PlainSignalOperation = Exclude<SignalOperation, 'attachment.delete'>

export async function findSignalRow(context: Context, id: number): Promise<SignalRow | undefined> {
  return selectSignals(context.db).where('s.id', '=', id).executeTakeFirst()
}

/** The report, if there is one and this person may do this to it. */
export async function getSignal(
  context: Context,
  actor: Actor,
  id: number,
  operation: PlainSignalOperation = 'signal.read',
): Promise<SignalView> {
  const row = await findSignalRow(context, id)
  const [view] = row ? await viewSignals(context, [row]) : []
  if (!view) throw notFound('Signal')
  requireRight(actor, operation, view)
  return view
}

export function requireRight(
  actor: Actor,
  operation: PlainSignalOperation,
  { subject }: Pick<SignalView, 'subject'>,
): void {
  const verdict = judge(actor, operation, subject)
  if (verdict.allowed) return
  throw verdict.reason === 'hidden' ? notFound('Signal') : forbidden()
}
