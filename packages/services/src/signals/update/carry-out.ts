import { isToBeSent, type StatusCode } from '@signalen/domain'
import { planSending } from '../../city-control/plan-sending.ts'
import type { Context } from '../../context.ts'
import { routeSignal } from '../../expressions/route-signal.ts'
import { planStatusMail } from '../../mail/plan-status-mail.ts'
import { planAssignmentMails } from '../../notifications/plan-assignment-mails.ts'
import { planMentionMails } from '../../notifications/plan-mention-mails.ts'
import { planDuplicateMails } from '../../relations/plan-duplicate-mails.ts'
import { appendHistory } from '../history/append-history.ts'
import type { SignalRow } from '../signal-row.ts'
import { cancelChildren } from './cancel-children.ts'
import type { PartChange, SignalColumns } from './part-change.ts'

/** Writes what was decided and sets going what follows from it. */
export async function carryOut(
  context: Context,
  row: SignalRow,
  parts: readonly PartChange[],
  by: string | null,
): Promise<void> {
  const historyIds = await writeParts(context, row.id, parts, by)
  await routeAgain(context, row.id, parts)
  if (parts.some(changesAssignment)) await planAssignmentMails(context, { signalId: row.id, before: row })
  await tellMentioned(context, row.id, { parts, historyIds, by })
  await followStatus(context, row, { parts, historyIds })
}

async function tellMentioned(
  context: Context,
  signalId: number,
  {
    parts,
    historyIds,
    by,
  }: { parts: readonly PartChange[]; historyIds: readonly number[]; by: string | null },
): Promise<void> {
  const place = parts.findIndex(({ event }) => event.type === 'note')
  const event = parts[place]?.event
  const historyId = historyIds[place]
  if (event?.type !== 'note' || historyId === undefined) return
  await planMentionMails(context, { signalId, historyId, text: event.text, by })
}

/** Only writes: no mail, no routing, no parts that follow. Answers the rows of the history, one for each part. */
export async function writeParts(
  context: Context,
  signalId: number,
  parts: readonly PartChange[],
  by: string | null,
): Promise<number[]> {
  const historyIds = await appendHistory(
    context,
    parts.map(({ event, facts = {} }) => ({ signalId, createdBy: by, event, facts })),
  )
  await writeColumns(context, signalId, mergeColumns(parts, historyIds))
  return historyIds
}

const ROUTING_CAUSES: readonly string[] = ['location', 'category']

/** Where the municipality wishes it, another place or category asks its routing rules again. */
async function routeAgain(context: Context, id: number, parts: readonly PartChange[]): Promise<void> {
  if (!context.settings.routeAgainOnUpdate) return
  if (parts.some(({ event }) => ROUTING_CAUSES.includes(event.type))) await routeSignal(context, id)
}

function changesAssignment({ event }: PartChange): boolean {
  return ['routing', 'assignment', ...ROUTING_CAUSES].includes(event.type)
}

async function followStatus(
  context: Context,
  row: SignalRow,
  { parts, historyIds }: { parts: readonly PartChange[]; historyIds: readonly number[] },
): Promise<void> {
  const place = parts.findIndex(({ idColumn }) => idColumn === 'status_id')
  const { event, facts } = parts[place] ?? {}
  const statusHistoryId = historyIds[place]
  if (event?.type !== 'status' || event.state === null || statusHistoryId === undefined) return
  if (row.child_count > 0) await cancelChildren(context, row.id, event.state)
  if (isToBeSent({ state: event.state, targetApi: facts?.targetApi })) {
    await planSending(context, { signalId: row.id, statusHistoryId })
  }
  const previousState = row.status_state as StatusCode
  await planStatusMail(context, { signalId: row.id, statusHistoryId, previousState })
  await planDuplicateMails(context, { signalId: row.id, statusHistoryId })
}

function mergeColumns(parts: readonly PartChange[], historyIds: readonly number[]): SignalColumns {
  const columns = parts.map((part, index) => ({
    ...part.columns,
    ...(part.idColumn ? { [part.idColumn]: historyIds[index] } : {}),
  }))
  return Object.assign({}, ...columns)
}

async function writeColumns(context: Context, id: number, columns: SignalColumns): Promise<void> {
  await context.db.kysely
    .updateTable('signal')
    .set(
      (eb) =>
        ({ ...columns, updated_at: context.clock.now(), version: eb('version', '+', 1) }) as SignalColumns,
    )
    .where('id', '=', id)
    .execute()
}
