import { accept, type Decision, refuse } from '../refusal.ts'
import { CLOSED_STATUS_CODES, STATUS_LABELS, type StatusCode } from '../status/states.ts'
import { MILLISECONDS_PER_DAY } from '../time/local-time.ts'

/** Nothing about a person or a report goes before a year has passed. */
export const LEAST_RETENTION_DAYS = 365

export const ANONYMISED_STATUS_CODES: readonly StatusCode[] = [...CLOSED_STATUS_CODES, 'closure requested']

export interface ReporterToKeep {
  readonly email: string | null
  readonly phone: string | null
  readonly createdAt: Date
  readonly signalState: StatusCode
}

/** Whether contact details have served their purpose. */
export function mustAnonymise(reporter: ReporterToKeep, days: number, now: Date): boolean {
  return (
    (Boolean(reporter.email) || Boolean(reporter.phone)) &&
    ANONYMISED_STATUS_CODES.includes(reporter.signalState) &&
    reporter.createdAt < subtractDays(now, days)
  )
}

/** The note that is left behind, naming what was there. */
export function describeAnonymisation(reporter: Pick<ReporterToKeep, 'email' | 'phone'>): string {
  const parts = [reporter.email ? 'email' : '', reporter.phone ? 'telefoonnummer' : '']
  const fields = parts.filter((part) => part !== '').join(', ')
  return `Vanwege de AVG zijn de volgende gegevens van de melder geanonimiseerd: ${fields}`
}

export interface RetentionRule {
  readonly state: StatusCode
  readonly days: number
}

export function decideRetentionRule(rule: RetentionRule): Decision<RetentionRule> {
  if (!CLOSED_STATUS_CODES.includes(rule.state)) {
    return refuse({ state: ['Only signals that are handled, cancelled or split can be deleted'] })
  }
  return Number.isInteger(rule.days) && rule.days >= LEAST_RETENTION_DAYS
    ? accept(rule)
    : refuse({ days: [`Signals are kept for at least ${LEAST_RETENTION_DAYS} days`] })
}

export interface SignalToKeep {
  readonly state: StatusCode
  readonly stateSetAt: Date
  /** Children go with their parent, never before it. */
  readonly isChild: boolean
}

export function mustDelete(signal: SignalToKeep, rule: RetentionRule, now: Date): boolean {
  return (
    decideRetentionRule(rule).ok &&
    !signal.isChild &&
    signal.state === rule.state &&
    signal.stateSetAt < subtractDays(now, rule.days)
  )
}

/** Why a signal was deleted, for the register of what is gone. */
export function describeDeletion(
  signal: { readonly state: StatusCode; readonly stateSetAt: Date },
  now: Date,
  isParentOfDeleted = false,
): string {
  const days = Math.floor((now.getTime() - signal.stateSetAt.getTime()) / MILLISECONDS_PER_DAY)
  const subject = isParentOfDeleted ? 'Parent signal' : 'Signal'
  return `${subject} was in state "${STATUS_LABELS[signal.state]}" for ${days} days`
}

function subtractDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * MILLISECONDS_PER_DAY)
}
