import type { StatusCode, TargetApi } from '../status/states.ts'

/** A status that a report gets by what went on between it and CityControl. */
export interface CaseStatus {
  readonly state: StatusCode
  readonly text: string
  readonly sendEmail: boolean
  readonly extraProperties: Readonly<Record<string, string>> | null
}

export type SendingOutcome =
  | { readonly kind: 'failed' | 'sent too often' }
  | { readonly kind: 'sent'; readonly caseNumber: string; readonly hasDocument: boolean }

const NOT_SENT = 'Verzending van melding naar THOR is mislukt.'
const NO_DOCUMENT = ' Let op: waarschijnlijk is de PDF niet verzonden naar CityControl.'

export function findStatusAfterSending(outcome: SendingOutcome): CaseStatus {
  switch (outcome.kind) {
    case 'failed':
      return system('send failed', NOT_SENT)
    case 'sent too often':
      return system('send failed', `${NOT_SENT}Melding is te vaak verzonden.`)
    case 'sent': {
      const text = `Verzending van melding naar THOR is gelukt onder nummer ${outcome.caseNumber}.`
      return system('sent', outcome.hasDocument ? text : text + NO_DOCUMENT)
    }
  }
}

/** A report that was to be sent long ago and still was not; undefined while there is time. */
export function findStatusAfterWaiting(
  status: { readonly state: string; readonly targetApi: string | null; readonly createdAt: Date },
  { now, minutes }: { readonly now: Date; readonly minutes: number },
): CaseStatus | undefined {
  if (!isToBeSent(status) || status.createdAt > minutesBefore(now, minutes)) return undefined
  return system('send failed', `Melding stond langer dan ${minutes} minuten op TE_VERZENDEN. Mislukt`)
}

export function minutesBefore(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() - minutes * 60_000)
}

const TARGET: TargetApi = 'sigmax'

export function isToBeSent(status: { readonly state: string; readonly targetApi?: unknown }): boolean {
  return status.state === 'ready to send' && status.targetApi === TARGET
}

/** What CityControl says of a case that it has done with. */
export interface CaseResult {
  readonly result: string
  readonly reason: string
  /** As CityControl writes a date. */
  readonly endedOn: string
}

export interface CaseEnding {
  /** What is done there is done here too, and the reporter is told. */
  readonly isFinal: boolean
  readonly text: string
}

const DONE = 'afgerond'
const LONGEST_STATUS = 10_000
const LONGEST_NOTE = 3000

/** The statuses that follow, one after the other. */
export function findStatusesAfterResult(result: CaseResult, ending: CaseEnding): readonly CaseStatus[] {
  const done: CaseStatus = {
    ...system('done external', describeResult(result).slice(0, LONGEST_STATUS)),
    extraProperties: {
      sigmax_datum_afgehandeld: result.endedOn,
      sigmax_resultaat: result.result,
      sigmax_reden: result.reason,
    },
  }
  if (!ending.isFinal || result.result.trim() !== DONE) return [done]
  return [done, { ...system('o', ending.text), sendEmail: true }]
}

/** What is kept of a result that came for a report which was not waiting for one. */
export function describeUnexpectedResult(result: CaseResult): string {
  const text = `Zaak status update ontvangen van CityControl terwijl SIA melding niet in verzonden staat was.\n\n ${describeResult(result)}`
  return text.slice(0, LONGEST_NOTE)
}

function describeResult({ result, reason }: CaseResult): string {
  const what = result.trim() || 'Geen resultaat aangeleverd vanuit THOR'
  const why = reason.trim() || 'Geen reden aangeleverd vanuit THOR'
  return `${what}: ${why}`
}

function system(state: StatusCode, text: string): CaseStatus {
  return { state, text, sendEmail: false, extraProperties: null }
}
