import { NO_REACTION_TEXT } from '../mail/status-mail.ts'
import type { StatusCode } from '../status/states.ts'
import { MILLISECONDS_PER_DAY } from '../time/local-time.ts'

export const SESSION_SECONDS = 7200
export const REACTION_DAYS = 5
export const FORWARD_DAYS = 14

export type SessionFlow = 'EXTRA_PROPERTIES' | 'REACTION_REQUEST' | 'FEEDBACK_REQUEST' | 'FORWARD_TO_EXTERNAL'

export interface QuestionnaireSession {
  readonly uuid: string
  readonly flow: SessionFlow
  readonly startedAt: Date | null
  readonly submitBefore: Date | null
  /** How long one may take once begun; `null` for as long as one likes. */
  readonly durationSeconds: number | null
  readonly isFrozen: boolean
  readonly isInvalidated: boolean
}

/** What belongs to a session that was made for a signal. */
export interface SessionSignal {
  readonly state: StatusCode
  /** The newest session of the same flow. */
  readonly newestSessionUuid: string
}

export function isSessionExpired(session: QuestionnaireSession, now: Date): boolean {
  if (session.submitBefore !== null && session.submitBefore < now) return true
  if (session.startedAt === null || session.durationSeconds === null) return false
  return session.startedAt.getTime() + session.durationSeconds * 1000 < now.getTime()
}

/** Why a link cannot be used any more, in words for its holder, or undefined. */
export function findSessionClosed(
  session: QuestionnaireSession,
  signal: SessionSignal | null,
  now: Date,
): string | undefined {
  if (session.isFrozen) return 'Already used!'
  if (session.isInvalidated || isSessionExpired(session, now)) return 'Expired!'
  if (session.flow !== 'REACTION_REQUEST') return undefined
  if (signal?.state !== 'reaction requested') {
    return `Session ${session.uuid} is invalidated, associated signal not in state REACTIE_GEVRAAGD.`
  }
  if (signal.newestSessionUuid !== session.uuid) {
    return `Session ${session.uuid} is invalidated, a newer reaction request was issued.`
  }
  return undefined
}

/** Why a session cannot be used for the extra questions of a new report, or undefined. */
export function findSessionRefusal(
  session: (QuestionnaireSession & { readonly hasSignal: boolean }) | undefined,
  now: Date,
): string | undefined {
  if (session === undefined) return 'Session matching query does not exist.'
  if (session.hasSignal) return 'Session already used'
  if (session.isFrozen) return undefined
  return isSessionExpired(session, now) ? 'Session expired' : 'Session not frozen'
}

export interface StatusToSet {
  readonly state: StatusCode
  readonly text: string | null
}

/** The status that follows an answer of the reporter to our question. */
export function findStatusAfterReaction(answer: string): StatusToSet {
  return { state: 'reaction received', text: answer }
}

/** After an answer of an external party, unless the signal went another way meanwhile. */
export function findStatusAfterForward(isStillThatStatus: boolean): StatusToSet | undefined {
  return isStillThatStatus ? { state: 'closure requested', text: null } : undefined
}

/** The status of a signal whose reporter let our question rest, or undefined while there is time. */
export function findStatusAfterSilence(
  status: { readonly state: StatusCode; readonly createdAt: Date },
  now: Date,
): StatusToSet | undefined {
  if (status.state !== 'reaction requested') return undefined
  const isOver = now.getTime() > status.createdAt.getTime() + REACTION_DAYS * MILLISECONDS_PER_DAY
  return isOver ? { state: 'reaction received', text: NO_REACTION_TEXT } : undefined
}

/** Whether an external party has let its time go by, so that the link must close. */
export function mustCloseForward(
  session: QuestionnaireSession,
  statusOfSession: StatusCode | null,
  now: Date,
): boolean {
  if (session.flow !== 'FORWARD_TO_EXTERNAL' || session.isFrozen || session.isInvalidated) return false
  const isLate = session.submitBefore !== null && session.submitBefore < now
  return isLate && statusOfSession === 'forward to external'
}

export function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * MILLISECONDS_PER_DAY)
}
