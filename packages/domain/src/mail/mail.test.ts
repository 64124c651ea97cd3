import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmailAddress, isSameEmail, maskContact, obscureEmail, obscurePhone } from '../contact.ts'
import { presentAnswer, presentAnswers } from '../signals/answers.ts'
import { STATUS_CODES } from '../status/states.ts'
import { scrubText, scrubValues } from './scrub-text.ts'
import { allowsContact, chooseStatusMail, type StatusMailOccasion } from './status-mail.ts'
import {
  describeAssignedMail,
  describeReporterMail,
  listDepartmentRecipients,
  mustNotifyHandler,
} from './system-mail.ts'
import { isMailTemplateKey, MAIL_TEMPLATE_KEYS } from './template-keys.ts'

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

describe('other mails', () => {
  const member = {
    userId: 1,
    email: 'bea@gemeente.example',
    isActive: true,
    notifyOnUserAssignment: true,
    notifyOnDepartmentAssignment: true,
  }

  it('have keys that are known', () => {
    expect(MAIL_TEMPLATE_KEYS).toHaveLength(16)
    expect(isMailTemplateKey('signal_created')).toBe(true)
    expect(isMailTemplateKey('toString')).toBe(false)
    expect(describeAssignedMail('SIG-1', null).fallbackSubject).toBe('Melding SIG-1 is toegewezen aan jou')
    expect(describeReporterMail('verify_email_reporter', 'SIG-1').fallbackSubject).toContain('SIG-1')
  })

  it('tell people of an assignment as they wish', () => {
    expect(mustNotifyHandler(member, null)).toBe(true)
    expect(mustNotifyHandler(member, 1)).toBe(false)
    expect(mustNotifyHandler(null, 1)).toBe(false)
    expect(mustNotifyHandler({ ...member, isActive: false }, null)).toBe(false)
    expect(mustNotifyHandler({ ...member, notifyOnUserAssignment: false }, null)).toBe(false)
    const silent = { ...member, userId: 2, notifyOnDepartmentAssignment: false }
    expect(listDepartmentRecipients([member, silent])).toEqual([member])
  })
})

describe('scrubbing', () => {
  it.each([
    ['Kijk op https://evil.example/pad?x=1 snel', 'Kijk op  snel'],
    ['Kijk op www.evil.example.', 'Kijk op '],
    ['evil.example/pad en meer', ' en meer'],
    ['Het is 12.30 uur op 24.11.2026, nr. 3', 'Het is 12.30 uur op 24.11.2026, nr. 3'],
    ['In deze straat.De lamp is stuk', 'In deze straat. De lamp is stuk'],
    ['naar 10.0.0.1/beheer toe', 'naar  toe'],
    ['http%3A%2F%2Fevil.example', ''],
    ['x..evil.example en 1http://localhost', 'x.. en '],
    ['100%af, 50%een', '100%af, 50%een'],
    ['Regel 1\nRegel 2\u0007', 'Regel 1\nRegel 2'],
  ])('%j → %j', (input, text) => {
    expect(scrubText(input)).toEqual({ text, isSuspicious: false })
  })

  it('sees through five encodings and suspects the sixth', () => {
    const encode = (times: number) => {
      let text = 'evil.example/?'
      for (let round = 0; round < times; round++) text = encodeURIComponent(text)
      return text
    }
    expect(scrubText(encode(5))).toEqual({ text: '', isSuspicious: false })
    expect(scrubText(encode(7)).isSuspicious).toBe(true)
  })

  it('leaves nothing to scrub', () => {
    const part = fc.constantFrom(
      'http',
      '://',
      '.',
      'nl',
      'evil',
      '/',
      '%2E',
      '%',
      '25',
      ' ',
      'A',
      '1',
      '-',
      ':',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { text } = scrubText(parts.join(''))
        expect(text).not.toMatch(/:\/\/|\p{L}\.\p{Ll}{2}/u)
        const again = scrubText(text)
        if (!/%/.test(text)) expect(again.text).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['a', '1.', 'a.', '-', '%25', 'http:', 'é', 'A.b'])(
    'is quick with 10,000 characters of %s',
    (unit) => {
      const text = unit.repeat(Math.ceil(10_000 / unit.length))
      const start = performance.now()
      scrubText(text)
      expect(performance.now() - start).toBeLessThan(500)
    },
  )

  it('goes through an address', () => {
    expect(scrubValues({ openbare_ruimte: 'evil.example', huisnummer: 1, postcode: null })).toEqual({
      value: { openbare_ruimte: '', huisnummer: 1, postcode: null },
      isSuspicious: false,
    })
  })
})

describe('contact details', () => {
  it.each([
    ['melder@voorbeeld.example', true],
    ["o'brien+straat@sub.gemeente.example", true],
    ['jos.é@gemeente.example', true],
    ['geen-email', false],
    ['a@b', false],
    ['@gemeente.example', false],
    ['a b@gemeente.example', false],
    ['a..b@gemeente.example', false],
    ['a@-gemeente.example', false],
    ['a@gemeente.1', false],
    [`${'a'.repeat(65)}@gemeente.example`, false],
    [`a@${'b.'.repeat(200)}example`, false],
    ['a@gemeente.example\nBcc: b@gemeente.example', false],
  ])('%s is an address: %s', (text, valid) => {
    expect(isEmailAddress(text)).toBe(valid)
  })

  it('are recognisable when obscured, and no more', () => {
    expect(obscureEmail('test@test.com')).toBe('t**t@***t.com')
    expect(obscureEmail('ab@nu.nl')).toBe('**@**.nl')
    expect(obscureEmail('geen adres')).toBe('**********')
    expect(obscurePhone('06 12345678')).toBe('*******678')
    expect(maskContact('x')).toBe('*****')
    expect(maskContact(null)).toBe('')
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const obscured = obscureEmail(email)
        expect(obscured).toHaveLength(email.length)
        expect(obscured.replaceAll('*', '').length).toBeLessThan(email.length)
      }),
    )
  })

  it('compare without regard to capitals', () => {
    expect(isSameEmail('A@b.example', 'a@B.example')).toBe(true)
    expect(isSameEmail(null, null)).toBe(false)
  })
})

describe('answers in words', () => {
  it.each([
    ['tekst', ['tekst']],
    ['', ['-']],
    [12, ['12']],
    [true, ['ja']],
    [null, ['-']],
    [{ id: 'ja', label: 'Ja', info: '' }, ['Ja']],
    [{ label: '', value: true }, ['ja']],
    [
      [{ id: 1, label: 'Een' }, { id: 'lamp-2' }],
      ['Een', 'lamp-2'],
    ],
    [{ location: { coordinates: [4, 52] } }, ['Locatie gepind op de kaart']],
    [[], ['-']],
  ])('%j → %j', (answer, lines) => {
    expect(presentAnswer(answer)).toEqual(lines)
  })

  it('are words whatever is stored, and never fail', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        const lines = presentAnswer(answer)
        expect(lines.length).toBeGreaterThan(0)
        expect(lines.every((line) => line !== '')).toBe(true)
      }),
    )
  })

  it('come together under one label', () => {
    const property = { id: 'a', label: 'Lamp', category_url: '/x' }
    const answers = presentAnswers([
      { ...property, answer: '1' },
      { ...property, answer: '2' },
    ])
    expect([...answers]).toEqual([['Lamp', ['1', '2']]])
  })
})
