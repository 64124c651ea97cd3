import type { Actor, ReporterState } from '@signalen/domain'
import type { Context } from '../context.ts'
import { getSignal } from '../signals/get-signal.ts'
import { findReporters, type ReporterRow } from './reporter-rows.ts'

export interface ReporterView extends ReporterRow {
  /** Whether mails about the report may go to its reporter. */
  readonly allowsContact: boolean
}

export async function listReporters(
  context: Context,
  actor: Actor,
  asked: { readonly signalId: number; readonly state?: ReporterState | undefined },
): Promise<ReporterView[]> {
  const { allowsContact } = await getSignal(context, actor, asked.signalId, 'reporter.list')
  const reporters = await findReporters(context, asked.signalId)
  return reporters
    .filter(({ state }) => asked.state === undefined || state === asked.state)
    .map((reporter) => ({ ...reporter, allowsContact }))
}
