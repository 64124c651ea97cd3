import { expect, it } from 'vitest'
import { STATUS_CODES, type StatusCode } from '../status/states.ts'
import { chooseStatusMail, type StatusMail, type StatusMailOccasion } from './status-mail.ts'

const REPORTER = 'melder@voorbeeld.example'
const OUTSIDE = 'aannemer@voorbeeld.example'
const ABOUT = 'Meer over uw melding SIG-1'

interface Occasion extends Pick<StatusMail, 'template' | 'link' | 'note' | 'fallbackSubject'> {
  readonly when: (occasion: StatusMailOccasion) => boolean
}

const previousIs = (state: StatusCode) => (occasion: StatusMailOccasion) => occasion.previousState === state

/**
 * The occasions as municipalities know them, in their order of priority: written once more, each as one plain
 * condition, to hold the rules against.
 */
const OCCASIONS: readonly Occasion[] = [
  {
    template: 'signal_created',
    link: null,
    note: 'Automatische e-mail bij registratie van de melding is verzonden aan de melder.',
    fallbackSubject: 'Bedankt voor uw melding SIG-1',
    when: ({ status, previousState }) => status.state === 'm' && previousState === null,
  },
  {
    template: 'signal_status_changed_afgehandeld',
    link: 'feedback',
    note: 'Automatische e-mail bij afhandelen is verzonden aan de melder.',
    fallbackSubject: ABOUT,
    when: (occasion) => occasion.status.state === 'o' && !previousIs('reopen requested')(occasion),
  },
  {
    template: 'signal_status_changed_ingepland',
    link: null,
    note: 'Automatische e-mail bij inplannen is verzonden aan de melder.',
    fallbackSubject: ABOUT,
    when: ({ status }) => status.state === 'ingepland' && status.sendEmail,
  },
  {
    template: 'signal_status_changed_heropend',
    link: null,
    note: 'Automatische e-mail bij heropenen is verzonden aan de melder.',
    fallbackSubject: ABOUT,
    when: ({ status }) => status.state === 'reopened',
  },
  {
    template: 'signal_status_changed_optional',
    link: null,
    note: 'De statusupdate is per e-mail verzonden aan de melder',
    fallbackSubject: ABOUT,
    when: ({ status }) =>
      status.sendEmail &&
      (['m', 'i', 'b', 'h', 'closure requested', 'a', 'ingepland'] as StatusCode[]).includes(status.state),
  },
  {
    template: 'signal_status_changed_reactie_gevraagd',
    link: 'reaction',
    note: 'E-mail met vraag verstuurd aan melder',
    fallbackSubject: ABOUT,
    when: ({ status }) => status.state === 'reaction requested',
  },
  {
    template: 'signal_status_changed_reactie_ontvangen',
    link: null,
    note: 'Automatische e-mail bij Reactie ontvangen is verzonden aan de melder.',
    fallbackSubject: ABOUT,
    when: ({ status }) =>
      status.state === 'reaction received' && !/^geen reactie ontvangen\.$/i.test(status.text ?? ''),
  },
  {
    template: 'signal_status_changed_afgehandeld_kto_negative_contact',
    link: null,
    note: 'Automatische e-mail bij afhandelen heropenen negatieve feedback',
    fallbackSubject: ABOUT,
    when: (occasion) =>
      occasion.status.state === 'o' &&
      previousIs('reopen requested')(occasion) &&
      occasion.feedbackAllowsContact &&
      occasion.settings.negativeContactMail,
  },
]

const FORWARD: Omit<Occasion, 'when'> = {
  template: 'signal_forward_to_external',
  link: 'forward',
  note: 'Automatische e-mail bij doorzetten is verzonden aan externe partij.',
  fallbackSubject: 'Verzoek tot behandeling van Signalen melding SIG-1',
}

/** A party outside gets its mail whoever the reporter is; the reporter of a part, or who wishes none, gets none. */
function expectMail(occasion: StatusMailOccasion): StatusMail | undefined {
  const { status, reporterEmail, parentState, reporterAllowsContact } = occasion
  if (status.state === 'forward to external') {
    return status.emailOverride === OUTSIDE ? { ...FORWARD, to: OUTSIDE } : undefined
  }
  const isReached = reporterEmail !== null && (parentState === null || parentState === 's')
  const found = OCCASIONS.find(({ when }) => when(occasion))
  if (!found || !isReached || !reporterAllowsContact) return undefined
  const { when: _, ...mail } = found
  return { ...mail, to: REPORTER }
}

const YES_NO = [true, false]

function* everyOccasion(): Generator<StatusMailOccasion> {
  for (const state of STATUS_CODES)
    for (const previousState of [null, ...STATUS_CODES])
      for (const text of [null, 'tekst', 'geen Reactie ontvangen.'])
        for (const emailOverride of [null, 'geen adres', OUTSIDE])
          for (const sendEmail of YES_NO)
            for (const reporter of everyReporter())
              yield { status: { state, text, sendEmail, emailOverride }, previousState, ...reporter }
}

function* everyReporter(): Generator<Omit<StatusMailOccasion, 'status' | 'previousState'>> {
  for (const reporterEmail of [null, REPORTER])
    for (const parentState of [null, 's', 'm'] as const)
      for (const reporterAllowsContact of YES_NO)
        for (const feedbackAllowsContact of YES_NO)
          for (const negativeContactMail of YES_NO)
            yield {
              reporterEmail,
              parentState,
              reporterAllowsContact,
              feedbackAllowsContact,
              settings: { negativeContactMail },
            }
}

it('is at most one, the first of those that fit, on every occasion there can be', () => {
  const seen = new Set<string>()
  const wrong: unknown[] = []
  for (const occasion of everyOccasion()) {
    const mail = chooseStatusMail(occasion, 'SIG-1')
    if (mail) seen.add(mail.template)
    if (!isSame(mail, expectMail(occasion))) wrong.push([occasion, mail])
  }
  expect(wrong.slice(0, 3)).toEqual([])
  expect([...seen].sort()).toEqual([...OCCASIONS, FORWARD].map(({ template }) => template).sort())
})

function isSame(left: StatusMail | undefined, right: StatusMail | undefined): boolean {
  return (
    left?.template === right?.template &&
    left?.to === right?.to &&
    left?.link === right?.link &&
    left?.note === right?.note &&
    left?.fallbackSubject === right?.fallbackSubject
  )
}
