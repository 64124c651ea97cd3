import { isEmailAddress } from '../contact.ts'
import type { StatusCode } from '../status/states.ts'
import type { MailTemplateKey } from './template-keys.ts'

export const NO_REACTION_TEXT = 'Geen reactie ontvangen.'

export interface StatusMailOccasion {
  readonly status: {
    readonly state: StatusCode
    readonly text: string | null
    readonly sendEmail: boolean
    readonly emailOverride: string | null
  }
  /** `null` when this is the first status of the signal. */
  readonly previousState: StatusCode | null
  readonly reporterEmail: string | null
  /** State of the parent; `null` when the signal is no child. */
  readonly parentState: StatusCode | null
  /** See `allowsContact`. */
  readonly reporterAllowsContact: boolean
  /** Whether the reporter, in their latest feedback, agreed to being contacted. */
  readonly feedbackAllowsContact: boolean
  readonly settings: { readonly negativeContactMail: boolean }
}

/** What must be made ready for the links in the mail. */
export type MailLink = 'feedback' | 'reaction' | 'forward' | null

export interface StatusMail {
  readonly template: MailTemplateKey
  readonly to: string
  readonly link: MailLink
  /** Note on the signal once the mail is sent. */
  readonly note: string
  /** Subject where the municipality has no template of its own. */
  readonly fallbackSubject: string
}

interface StatusMailRule {
  readonly template: MailTemplateKey
  readonly link: MailLink
  readonly note: string
  readonly subject: string
  readonly applies: (occasion: StatusMailOccasion) => boolean
}

const OPTIONAL_STATES: readonly StatusCode[] = ['m', 'i', 'b', 'h', 'closure requested', 'a', 'ingepland']

const ABOUT = 'Meer over uw melding'

/** The first rule that applies decides: at most one mail follows a status. */
const REPORTER_MAIL_RULES: readonly StatusMailRule[] = [
  {
    template: 'signal_created',
    link: null,
    note: 'Automatische e-mail bij registratie van de melding is verzonden aan de melder.',
    subject: 'Bedankt voor uw melding',
    applies: ({ status, previousState }) => status.state === 'm' && previousState === null,
  },
  {
    template: 'signal_status_changed_afgehandeld',
    link: 'feedback',
    note: 'Automatische e-mail bij afhandelen is verzonden aan de melder.',
    subject: ABOUT,
    applies: ({ status, previousState }) => status.state === 'o' && previousState !== 'reopen requested',
  },
  {
    template: 'signal_status_changed_ingepland',
    link: null,
    note: 'Automatische e-mail bij inplannen is verzonden aan de melder.',
    subject: ABOUT,
    applies: ({ status }) => status.state === 'ingepland' && status.sendEmail,
  },
  {
    template: 'signal_status_changed_heropend',
    link: null,
    note: 'Automatische e-mail bij heropenen is verzonden aan de melder.',
    subject: ABOUT,
    applies: ({ status }) => status.state === 'reopened',
  },
  {
    template: 'signal_status_changed_optional',
    link: null,
    note: 'De statusupdate is per e-mail verzonden aan de melder',
    subject: ABOUT,
    applies: ({ status }) => status.sendEmail && OPTIONAL_STATES.includes(status.state),
  },
  {
    template: 'signal_status_changed_reactie_gevraagd',
    link: 'reaction',
    note: 'E-mail met vraag verstuurd aan melder',
    subject: ABOUT,
    applies: ({ status }) => status.state === 'reaction requested',
  },
  {
    template: 'signal_status_changed_reactie_ontvangen',
    link: null,
    note: 'Automatische e-mail bij Reactie ontvangen is verzonden aan de melder.',
    subject: ABOUT,
    applies: ({ status }) => status.state === 'reaction received' && !isNoReaction(status.text),
  },
  {
    template: 'signal_status_changed_afgehandeld_kto_negative_contact',
    link: null,
    note: 'Automatische e-mail bij afhandelen heropenen negatieve feedback',
    subject: ABOUT,
    applies: ({ status, previousState, feedbackAllowsContact, settings }) =>
      status.state === 'o' &&
      previousState === 'reopen requested' &&
      feedbackAllowsContact &&
      settings.negativeContactMail,
  },
]

/** Which mail follows a status, if any. `displayNumber` is the number that people know. */
export function chooseStatusMail(
  occasion: StatusMailOccasion,
  displayNumber: string,
): StatusMail | undefined {
  if (occasion.status.state === 'forward to external') {
    return chooseForwardMail(occasion.status.emailOverride, displayNumber)
  }
  const { reporterEmail } = occasion
  if (reporterEmail === null || !canMailReporter(occasion)) return undefined
  const rule = REPORTER_MAIL_RULES.find(({ applies }) => applies(occasion))
  if (rule === undefined) return undefined
  const { template, link, note, subject } = rule
  return { template, to: reporterEmail, link, note, fallbackSubject: `${subject} ${displayNumber}` }
}

export interface DuplicateMailOccasion
  extends Pick<StatusMailOccasion, 'reporterEmail' | 'reporterAllowsContact'> {
  /** Of the report that theirs is a duplicate of. */
  readonly status: Pick<StatusMailOccasion['status'], 'state' | 'text' | 'sendEmail'>
}

/**
 * What the reporter of a duplicate hears when the other report is answered: its words. Questions and links are for
 * the one who is asked.
 */
export function findDuplicateMail(
  { status, reporterEmail, reporterAllowsContact }: DuplicateMailOccasion,
  displayNumber: string,
): StatusMail | undefined {
  if (!reporterEmail || !reporterAllowsContact || !tellsDuplicates(status)) return undefined
  return {
    template: 'signal_status_changed_optional',
    to: reporterEmail,
    link: null,
    note: 'Het antwoord op de melding waar deze dubbel mee is, is per e-mail verzonden aan de melder.',
    fallbackSubject: `${ABOUT} ${displayNumber}`,
  }
}

/** Whether what is written with a status goes to the reporters of duplicates too. */
export function tellsDuplicates({
  state,
  text,
  sendEmail,
}: {
  readonly state: StatusCode
  readonly text: string | null
  readonly sendEmail: boolean
}): boolean {
  if (!text) return false
  return state === 'o' || (sendEmail && OPTIONAL_STATES.includes(state))
}

/** The parts of a report that was split are inside business; the old way of splitting ended the report itself. */
function canMailReporter(occasion: StatusMailOccasion): boolean {
  const isInsideBusiness = occasion.parentState !== null && occasion.parentState !== 's'
  return Boolean(occasion.reporterEmail) && !isInsideBusiness && occasion.reporterAllowsContact
}

function chooseForwardMail(to: string | null, displayNumber: string): StatusMail | undefined {
  if (to === null || !isEmailAddress(to)) return undefined
  return {
    template: 'signal_forward_to_external',
    to,
    link: 'forward',
    note: 'Automatische e-mail bij doorzetten is verzonden aan externe partij.',
    fallbackSubject: `Verzoek tot behandeling van Signalen melding ${displayNumber}`,
  }
}

function isNoReaction(text: string | null): boolean {
  return text?.toLowerCase() === NO_REACTION_TEXT.toLowerCase()
}

/** Someone who gave feedback without wishing to be contacted gets no further mail about that signal. */
export function allowsContact(
  settings: { readonly respectNoContact: boolean },
  latestSubmittedFeedback: { readonly allowsContact: boolean } | null,
): boolean {
  if (!settings.respectNoContact || latestSubmittedFeedback === null) return true
  return latestSubmittedFeedback.allowsContact
}
