import {
  type Actor,
  type CaseNumber,
  describeUnexpectedResult,
  findStatusesAfterResult,
  judge,
  parseCaseNumber,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { addSystemNote } from '../mail/add-system-note.ts'
import { forbidden } from '../problem.ts'
import { touchSignal } from '../questionnaires/touch-signal.ts'
import type { SignalRow } from '../signals/signal-row.ts'
import { addCase, findLastSequence } from './case-rows.ts'
import type { CaseUpdate } from './ports.ts'
import { canSetCaseStatus, lockCaseSignal, setCaseStatus } from './set-case-status.ts'

export interface CaseMessage {
  /** The header SOAPAction. */
  readonly action: string | undefined
  readonly body: Uint8Array
}

export interface AnsweredCaseMessage {
  readonly isTakenIn: boolean
  readonly xml: string
}

export const NOT_CITY_CONTROL = 'Not authorized to perform updates on behalf of CityControl!'

const UPDATE_STATUS = '"http://www.egem.nl/StUF/sector/zkn/0310/actualiseerZaakstatus_Lk01"'

/** What came of a case. Every message is answered in its own language, also one that cannot be taken in. */
export async function takeInCaseUpdate(
  context: Context,
  actor: Actor,
  message: CaseMessage,
): Promise<AnsweredCaseMessage> {
  if (!judge(actor, 'sigmax.update').allowed) throw forbidden(NOT_CITY_CONTROL)
  const { caseNumber, refusal } = await takeIn(context, message)
  if (refusal !== null) context.log.warn({ caseNumber }, 'an update by CityControl was not taken in')
  const at = context.clock.now()
  const { timeZone } = context.settings
  return {
    isTakenIn: refusal === null,
    xml: context.cityControl.writeAnswer({ caseNumber, refusal, at, timeZone }),
  }
}

interface Outcome {
  readonly caseNumber: string | null
  readonly refusal: string | null
}

async function takeIn(context: Context, { action, body }: CaseMessage): Promise<Outcome> {
  if (action === undefined) return refuse('SOAPAction header not set')
  if (action !== UPDATE_STATUS) return refuse(`SOAPAction: ${action.slice(0, 200)} is not supported`)
  const update = context.cityControl.readUpdate(body)
  if (!update) return refuse('Het bericht is geen XML die gelezen kan worden.')
  const number = parseCaseNumber(update.caseNumber)
  if (!number) return refuse(`Incorrect value for sia_id: '${update.caseNumber.slice(0, 200)}'`)
  return context.db.transaction((trx) => apply({ ...context, db: trx }, update, number))
}

function refuse(refusal: string): Outcome {
  return { caseNumber: null, refusal }
}

const HIGHEST_ID = 2_147_483_647

async function apply(context: Context, update: CaseUpdate, number: CaseNumber): Promise<Outcome> {
  const { caseNumber } = update
  const isPossible = number.signalId <= HIGHEST_ID
  const row = isPossible ? await lockCaseSignal(context, number.signalId) : undefined
  if (!row) return { caseNumber, refusal: `Melding met sia_id ${caseNumber} niet gevonden.` }
  if (await setStatuses(context, row, update)) return { caseNumber, refusal: null }
  await keepUnexpected(context, update, number)
  const times = number.sequence ?? 'None'
  return {
    caseNumber,
    refusal: `Melding met zaak identificatie ${caseNumber} en volgnummer ${times} was niet in verzonden staat in SIA.`,
  }
}

/** False when the report was not waiting for a result. */
async function setStatuses(context: Context, row: SignalRow, update: CaseUpdate): Promise<boolean> {
  const { cityControlHandles: isFinal, cityControlHandledText: text } = context.settings
  let standing: SignalRow | undefined = row
  for (const status of findStatusesAfterResult(update, { isFinal, text })) {
    if (!standing || !canSetCaseStatus(standing, status)) return false
    await setCaseStatus(context, standing, status)
    standing = await lockCaseSignal(context, row.id)
  }
  return true
}

/** The result is not lost, and a number that CityControl has in use is not given again. */
async function keepUnexpected(context: Context, update: CaseUpdate, number: CaseNumber): Promise<void> {
  const { signalId } = number
  await addSystemNote(context, signalId, describeUnexpectedResult(update))
  await touchSignal(context, signalId)
  for (
    let sequence = (await findLastSequence(context, signalId)) + 1;
    sequence <= (number.sequence ?? 0);
    sequence++
  )
    await addCase(context, { signalId, sequence, statusHistoryId: null })
}
