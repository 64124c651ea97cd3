import type { ReporterChange } from '../history/events.ts'
import type { MailTemplateKey } from '../mail/template-keys.ts'
import { accept, type Decision, refuse } from '../refusal.ts'
import { canChangeReporter, type ReporterState } from './reporter-states.ts'

export const EMAIL_VERIFICATION_HOURS = 24

export interface ContactDetails {
  readonly email: string | null
  readonly phone: string | null
}

export interface ReporterMail {
  readonly template: Extract<
    MailTemplateKey,
    'verify_email_reporter' | 'notify_current_reporter' | 'confirm_reporter_updated'
  >
  readonly to: string
}

export interface ReporterChangeOutcome {
  readonly state: ReporterState
  /** Whether the new details are the reporter's from now on. */
  readonly becomesCurrent: boolean
  readonly changes: readonly ReporterChange[]
  readonly mails: readonly ReporterMail[]
}

/**
 * What happens to contact details that an employee enters. Another e-mail address must first be
 * confirmed by whoever reads it; a phone number goes through at once; the rest is no change.
 */
export function decideReporterChange(
  current: ContactDetails,
  requested: ContactDetails,
): ReporterChangeOutcome {
  if (requested.email && requested.email !== current.email) {
    return askForVerification(current.email, requested.email)
  }
  const keepsEmail = !requested.email || requested.email === current.email
  if (requested.phone !== current.phone && keepsEmail) return approve(current, requested, [])
  return { state: 'cancelled', becomesCurrent: false, changes: ['requestCancelled'], mails: [] }
}

/** What happens once the reporter followed the link in the verification mail. */
export function decideVerifiedChange(
  current: ContactDetails,
  verified: ContactDetails,
): ReporterChangeOutcome {
  return approve(current, verified, ['emailVerified'])
}

function askForVerification(currentEmail: string | null, newEmail: string): ReporterChangeOutcome {
  const notify: ReporterMail[] = currentEmail
    ? [{ template: 'notify_current_reporter', to: currentEmail }]
    : []
  return {
    state: 'verification_email_sent',
    becomesCurrent: false,
    changes: ['verificationSent'],
    mails: [...notify, { template: 'verify_email_reporter', to: newEmail }],
  }
}

function approve(
  current: ContactDetails,
  next: ContactDetails,
  before: readonly ReporterChange[],
): ReporterChangeOutcome {
  const changes = [...before]
  if (next.email !== current.email) changes.push('emailChanged')
  if (next.phone !== current.phone) changes.push('phoneChanged')
  return {
    state: 'approved',
    becomesCurrent: true,
    changes,
    mails: next.email ? [{ template: 'confirm_reporter_updated', to: next.email }] : [],
  }
}

export function decideReporterCancellation(reporter: {
  readonly state: ReporterState
  readonly isOnlyReporter: boolean
}): Decision<null> {
  const isPossible = canChangeReporter(reporter.state, 'cancelled') && !reporter.isOnlyReporter
  return isPossible
    ? accept(null)
    : refuse({ non_field_errors: ['Cancelling this reporter is not possible.'] })
}

export interface VerificationToken {
  readonly isVerified: boolean
  readonly expiresAt: Date | null
  readonly state: ReporterState
}

/** `undefined`: no reporter has this token, or no longer. */
export function decideEmailVerification(
  token: VerificationToken | undefined,
  now: Date,
): Decision<VerificationToken> {
  if (token === undefined) return refuseToken('Token not found!')
  if (token.isVerified) return refuseToken('Token already verified!')
  if (token.expiresAt === null || !canChangeReporter(token.state, 'approved')) {
    return refuseToken('Invalid token!')
  }
  return token.expiresAt < now ? refuseToken('Token expired!') : accept(token)
}

function refuseToken(message: string) {
  return refuse({ token: [message] })
}
