import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmailAddress } from '../contact.ts'
import { STATUS_CODES } from '../status/states.ts'
import { allowsContact, chooseStatusMail, type StatusMailOccasion } from './status-mail.ts'

type Status = StatusMailOccasion['status']

function choose(status: Partial<Status>, more: Partial<StatusMailOccasion> = {}) {
  const occasion: StatusMailOccasion = {
    status: { state: 'm', text: 'tekst', sendEmail: false, emailOverride: null, ...status },
    previousState: 'b',
    reporterEmail: 'melder@voorbeeld.example',
    parentState: null,
    reporterAllowsContact: true,
    feedbackAllowsContact: true,
    settings: { negativeContactMail: true },
    ...more,
  }
  return chooseStatusMail(occasion, 'SIG-1')
}

const anyOccasion: fc.Arbitrary<StatusMailOccasion> = fc.record({
  status: fc.record({
    state: fc.constantFrom(...STATUS_CODES),
    text: fc.constantFrom(null, 'tekst', 'geen reactie ontvangen.'),
    sendEmail: fc.boolean(),
    emailOverride: fc.constantFrom(null, 'geen adres', 'aannemer@voorbeeld.example'),
  }),
  previousState: fc.constantFrom(null, ...STATUS_CODES),
  reporterEmail: fc.constantFrom(null, '', 'melder@voorbeeld.example'),
  parentState: fc.constantFrom(null, 's', 'm'),
  reporterAllowsContact: fc.boolean(),
  feedbackAllowsContact: fc.boolean(),
  settings: fc.record({ negativeContactMail: fc.boolean() }),
})

describe('the mail that follows a status', () => {
  it.each([
    [{ state: 'm' }, { previousState: null }, 'signal_created'],
    [{ state: 'm' }, {}, undefined],
    [{ state: 'm', sendEmail: true }, {}, 'signal_status_changed_optional'],
    [{ state: 'o' }, {}, 'signal_status_changed_afgehandeld'],
    [
      { state: 'o' },
      { previousState: 'reopen requested' },
      'signal_status_changed_afgehandeld_kto_negative_contact',
    ],
    [{ state: 'o' }, { previousState: 'reopen requested', feedbackAllowsContact: false }, undefined],
    [
      { state: 'o' },
      { previousState: 'reopen requested', settings: { negativeContactMail: false } },
      undefined,
    ],
    [{ state: 'ingepland', sendEmail: true }, {}, 'signal_status_changed_ingepland'],
    [{ state: 'ingepland' }, {}, undefined],
    [{ state: 'reopened' }, {}, 'signal_status_changed_heropend'],
    [{ state: 'a', sendEmail: true }, {}, 'signal_status_changed_optional'],
    [{ state: 'reaction requested' }, {}, 'signal_status_changed_reactie_gevraagd'],
    [{ state: 'reaction received' }, {}, 'signal_status_changed_reactie_ontvangen'],
    [{ state: 'reaction received', text: 'Geen Reactie Ontvangen.' }, {}, undefined],
    [{ state: 'reopen requested', sendEmail: true }, {}, undefined],
    [
      { state: 'forward to external', emailOverride: 'aannemer@voorbeeld.example' },
      { reporterEmail: null, parentState: 'm', reporterAllowsContact: false },
      'signal_forward_to_external',
    ],
    [{ state: 'forward to external', emailOverride: 'geen adres' }, {}, undefined],
  ] satisfies [Partial<Status>, Partial<StatusMailOccasion>, string | undefined][])(
    '%j %j → %s',
    (status, more, template) => {
      expect(choose(status, more)?.template).toBe(template)
    },
  )

  it('never goes to a reporter who has no address, is inside business, or wishes no contact', () => {
    fc.assert(
      fc.property(anyOccasion, (occasion) => {
        const mail = chooseStatusMail(occasion, 'SIG-1')
        if (mail === undefined) return
        expect(isEmailAddress(mail.to)).toBe(true)
        expect(mail.fallbackSubject).toContain('SIG-1')
        if (mail.template === 'signal_forward_to_external') return
        expect(mail.to).toBe(occasion.reporterEmail)
        expect(occasion.reporterAllowsContact).toBe(true)
        expect(occasion.parentState).not.toBe('m')
      }),
    )
  })

  it('asks for feedback only when a report is done', () => {
    fc.assert(
      fc.property(anyOccasion, (occasion) => {
        if (chooseStatusMail(occasion, 'SIG-1')?.link === 'feedback') expect(occasion.status.state).toBe('o')
      }),
    )
  })

  it('respects the wish of the latest feedback, if the municipality does', () => {
    expect(allowsContact({ respectNoContact: true }, null)).toBe(true)
    expect(allowsContact({ respectNoContact: true }, { allowsContact: false })).toBe(false)
    expect(allowsContact({ respectNoContact: false }, { allowsContact: false })).toBe(true)
  })
})
