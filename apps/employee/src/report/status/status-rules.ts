import {
  chooseStatusMail,
  isStatusCode,
  listNextStatuses,
  REACTION_REQUEST_TEXT_LIMIT,
  type StatusCode,
  TEXT_LIMITS,
} from '@signalen/domain'

/** The system sets these by itself, or a button of their own does. */
const NOT_BY_HAND: readonly StatusCode[] = [
  'sent',
  'send failed',
  'done external',
  'reopen requested',
  'reaction received',
  's',
  'h',
]

/** What a person can choose from here, in the order of the work. */
export function listChoosableStatuses(current: string, withForward = false): StatusCode[] {
  if (!isStatusCode(current)) return []
  return listNextStatuses(current).filter(
    (code) => !NOT_BY_HAND.includes(code) && (withForward || code !== 'forward to external'),
  )
}

export interface StatusSubject {
  readonly state: string
  readonly idDisplay: string
  /** Empty without; stars when one may not see it. */
  readonly reporterEmail: string
  readonly allowsContact: boolean
  readonly isChild: boolean
}

export type MailRule =
  /** It goes with this status, whether one wants it or not. */
  | { readonly kind: 'always' }
  | { readonly kind: 'optional' }
  | { readonly kind: 'never'; readonly reason: 'email' | 'contact' | 'part' | 'status' }

/** Whether a mail to the reporter follows, by the same rules as the server's. */
export function findMailRule(subject: StatusSubject, next: StatusCode): MailRule {
  if (subject.isChild) return { kind: 'never', reason: 'part' }
  if (subject.reporterEmail === '') return { kind: 'never', reason: 'email' }
  if (!subject.allowsContact) return { kind: 'never', reason: 'contact' }
  if (mails(subject, next, false)) return { kind: 'always' }
  return mails(subject, next, true) ? { kind: 'optional' } : { kind: 'never', reason: 'status' }
}

function mails(subject: StatusSubject, next: StatusCode, sendEmail: boolean): boolean {
  const mail = chooseStatusMail(
    {
      status: { state: next, text: 'x', sendEmail, emailOverride: null },
      previousState: isStatusCode(subject.state) ? subject.state : null,
      reporterEmail: subject.reporterEmail,
      parentState: null,
      reporterAllowsContact: subject.allowsContact,
      // Only the server knows this one; the preview shows what it decides.
      feedbackAllowsContact: true,
      settings: { negativeContactMail: true },
    },
    subject.idDisplay,
  )
  return mail !== undefined
}

export interface StatusInput {
  readonly state: string
  readonly text: string
  readonly sendsMail: boolean
}

export const EMPTY_STATUS: StatusInput = { state: '', text: '', sendsMail: false }

export type StatusFault = 'choice' | 'text' | 'reserved' | 'length' | 'email'

export function textLimit(state: string): number {
  return state === 'reaction requested' ? REACTION_REQUEST_TEXT_LIMIT : TEXT_LIMITS.mailPreviewText
}

export function needsText(state: string, sendsMail: boolean): boolean {
  return sendsMail || ['o', 'reopened', 'reaction requested', 'ingepland'].includes(state)
}

/** What stands in the way of saving, if anything. */
export function findStatusFault(input: StatusInput, rule: MailRule | undefined): StatusFault | undefined {
  if (input.state === '') return 'choice'
  if (input.state === 'reaction requested' && rule?.kind === 'never') return 'email'
  const text = input.text.trim()
  if (text === '' && needsText(input.state, willMail(input, rule))) return 'text'
  if (/\{\{|\}\}|__/.test(text)) return 'reserved'
  return [...text].length > textLimit(input.state) ? 'length' : undefined
}

export function willMail(input: StatusInput, rule: MailRule | undefined): boolean {
  return rule?.kind === 'always' || (rule?.kind === 'optional' && input.sendsMail)
}
