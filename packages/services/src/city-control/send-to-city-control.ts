import {
  describeCase,
  displayNumber,
  findCaseAddress,
  findCaseDue,
  findStatusAfterSending,
  formatCaseNumber,
  HIGHEST_SEQUENCE,
  isToBeSent,
  type Priority,
  type SendingOutcome,
  shortenCaseText,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { printWhole } from '../signals/pdf/print-signal.ts'
import { selectSignals } from '../signals/signal-row.ts'
import { type SignalView, viewSignals } from '../signals/signal-view.ts'
import { addCase, findLastSequence, findSentSequence } from './case-rows.ts'
import type { NewCase } from './ports.ts'
import { canSetCaseStatus, lockCaseSignal, setCaseStatus } from './set-case-status.ts'

export interface Sending {
  readonly signalId: number
  /** The history row of the status that asks for it: by another one it is another sending. */
  readonly statusHistoryId: number
}

/**
 * Sends a report to CityControl: a case, and a PDF with it. What CityControl refuses or does not answer is not tried
 * again by itself; whoever handles the report sees that and decides. When this process ends halfway, the next run goes
 * on where it was, under the same number.
 */
export async function sendToCityControl(context: Context, sending: Sending): Promise<void> {
  const signal = await findSignalToSend(context, sending)
  if (!signal) return
  const outcome = await send(context, signal, sending)
  await tellOutcome(context, sending, outcome)
}

async function findSignalToSend(context: Context, sending: Sending): Promise<SignalView | undefined> {
  const row = await selectSignals(context.db).where('s.id', '=', sending.signalId).executeTakeFirst()
  if (!row || row.status_id !== sending.statusHistoryId || !isWaiting(row)) return undefined
  const [signal] = await viewSignals(context, [row])
  return signal
}

function isWaiting(row: SignalView['row']): boolean {
  return isToBeSent({ state: row.status_state, targetApi: row.status_target_api })
}

async function send(context: Context, signal: SignalView, sending: Sending): Promise<SendingOutcome> {
  const { signalId } = sending
  const sent = await findSentSequence(context, sending)
  const sequence = sent ?? (await findLastSequence(context, signalId)) + 1
  if (sequence > HIGHEST_SEQUENCE) return { kind: 'sent too often' }
  const caseNumber = formatCaseNumber({ signalId, sequence })
  if (sent === undefined) {
    if (!(await createCase(context, signal, caseNumber))) return { kind: 'failed' }
    await addCase(context, { ...sending, sequence })
  }
  return { kind: 'sent', caseNumber, hasDocument: await addDocument(context, signal, caseNumber) }
}

async function createCase(context: Context, signal: SignalView, caseNumber: string): Promise<boolean> {
  try {
    if (!context.settings.cityControl) throw new Error('the municipality does not use CityControl')
    await context.cityControl.createCase(newCaseOf(context, signal, caseNumber))
    return true
  } catch (error) {
    context.log.error({ caseNumber, reason: messageOf(error) }, 'CityControl did not take a case')
    return false
  }
}

function newCaseOf({ settings }: Context, { row, category }: SignalView, caseNumber: string): NewCase {
  const priority = row.priority as Priority
  const address = row.address as Parameters<typeof findCaseAddress>[0]
  return {
    caseNumber,
    description: describeCase(
      {
        caseNumber,
        categoryName: category.name,
        priority,
        source: row.source,
        address,
        district: row.stadsdeel,
        areaName: row.area_name,
      },
      settings.cityControlMarkedSource,
    ),
    text: shortenCaseText(row.text),
    startedAt: row.incident_date_start,
    createdAt: row.created_at,
    dueAt: findCaseDue({ createdAt: row.created_at, endedAt: row.incident_date_end, priority }),
    position: { longitude: row.longitude, latitude: row.latitude },
    address: findCaseAddress(address),
    timeZone: settings.timeZone,
  }
}

/** Who goes there must be able to reach the reporter: contact details are on it. */
async function addDocument(context: Context, signal: SignalView, caseNumber: string): Promise<boolean> {
  try {
    const pdf = await printWhole(context, signal)
    const fileName = `${displayNumber(signal.row.id, context.settings.idPrefix)}.pdf`
    await context.cityControl.addDocument({ caseNumber, uuid: context.random.uuid(), fileName, pdf })
    return true
  } catch (error) {
    context.log.warn({ caseNumber, reason: messageOf(error) }, 'CityControl did not take a document')
    return false
  }
}

/** Unless the report went another way meanwhile. */
function tellOutcome(context: Context, sending: Sending, outcome: SendingOutcome): Promise<void> {
  const status = findStatusAfterSending(outcome)
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const row = await lockCaseSignal(inside, sending.signalId)
    if (row?.status_id !== sending.statusHistoryId || !canSetCaseStatus(row, status)) return
    await setCaseStatus(inside, row, status)
  })
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500)
}
