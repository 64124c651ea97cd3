import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideStatusChange,
  mustCancelChild,
  type RequestedStatus,
  type StatusChangeRequest,
} from './decide-status-change.ts'
import { presentMyReportStatus, presentPublicStatus } from './present-status.ts'
import { isClosedStatus, STATUS_CODES, STATUS_LABELS, type StatusCode } from './states.ts'
import { canChangeStatus, listNextStatuses } from './transitions.ts'

const anyCode = fc.constantFrom(...STATUS_CODES)
const anyText = fc.option(fc.string({ maxLength: 20 }))

function decide(current: StatusCode | null, requested: RequestedStatus, more?: Partial<StatusChangeRequest>) {
  return decideStatusChange({
    current,
    requested,
    reporter: { email: 'melder@voorbeeld.example' },
    canPushToSigmax: true,
    ...more,
  })
}

describe('the workflow', () => {
  it('begins with m and nothing else', () => {
    expect(listNextStatuses(null)).toEqual(['m'])
  })

  it('leads nowhere from a split signal', () => {
    expect(listNextStatuses('s')).toEqual([])
  })

  it('reaches every state but the historical ones from the first', () => {
    const reached = new Set<StatusCode>(['m'])
    for (const code of reached) for (const next of listNextStatuses(code)) reached.add(next)
    expect(STATUS_CODES.filter((code) => !reached.has(code))).toEqual(['h', 's'])
  })

  it('accepts what the table allows and refuses the rest, whatever else is in the request', () => {
    fc.assert(
      fc.property(anyCode, anyCode, anyText, fc.boolean(), (current, state, text, sendEmail) => {
        const decision = decide(current, { state, text, sendEmail })
        if (decision.ok) {
          expect(canChangeStatus(current, state)).toBe(true)
          expect(decision.value.state).toBe(state)
          if (state === 'o' || state === 'reopened') expect(decision.value.text).toBeTruthy()
        } else {
          expect(Object.keys(decision.errors)).toHaveLength(1)
        }
      }),
    )
  })

  it('accepts a complete request exactly when the transition is allowed', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (current, state) => {
        const complete: RequestedStatus = {
          state,
          text: 'Wij gaan aan de slag.',
          sendEmail: true,
          emailOverride: 'aannemer@voorbeeld.example',
          targetApi: state === 'ready to send' ? 'sigmax' : null,
        }
        expect(decide(current, complete).ok).toBe(canChangeStatus(current, state))
      }),
    )
  })
})

describe('refusals', () => {
  it('names both labels, flat, when the transition is not allowed', () => {
    expect(decide('reopened', { state: 'ingepland', text: 'x' })).toEqual({
      ok: false,
      kind: 'invalid',
      errors: { state: ['Invalid state transition from `Heropend` to `Ingepland`.'] },
    })
  })

  it.each(['o', 'reopened'] as const)('asks for a text with %s', (state) => {
    const current = state === 'o' ? 'b' : 'o'
    for (const text of [undefined, null, ''])
      expect(decide(current, { state, text })).toMatchObject({
        errors: {
          text: [`This field is required when changing \`state\` to \`${STATUS_LABELS[state]}\`.`],
        },
      })
  })

  it('answers under status when the state is absent, null or unknown', () => {
    expect(decide('m', {})).toMatchObject({ errors: { status: { state: ['Dit veld is vereist.'] } } })
    expect(decide('m', { state: null })).toMatchObject({
      errors: { status: { state: ['Dit veld mag niet leeg zijn.'] } },
    })
    expect(decide('m', { state: 'zzz' })).toMatchObject({
      errors: { status: { state: ['"zzz" is een ongeldige keuze.'] } },
    })
    expect(decide('m', { state: 'toString' }).ok).toBe(false)
  })

  it('wants a target for sending, and only then', () => {
    expect(decide('m', { state: 'ready to send' })).toMatchObject({
      errors: {
        target_api: ['This field is required when changing `state` to `Extern: te verzenden`.'],
      },
    })
    expect(decide('m', { state: 'b', targetApi: 'sigmax' })).toMatchObject({
      errors: { target_api: ['This field can only be set when changing `state` to `ready to send`.'] },
    })
  })

  it('forbids pushing to Sigmax without the right', () => {
    const requested = { state: 'ready to send', targetApi: 'sigmax' }
    expect(decide('m', requested, { canPushToSigmax: false })).toMatchObject({ kind: 'forbidden' })
    expect(decide('m', requested).ok).toBe(true)
    const gisib = { state: 'ready to send', targetApi: 'gisib' }
    expect(decide('m', gisib, { canPushToSigmax: false }).ok).toBe(true)
  })

  it('asks a question only of a reporter with an e-mail address, in at most 1000 characters', () => {
    const ask = (text: string, email: string | null) =>
      decide('m', { state: 'reaction requested', text }, { reporter: { email } })
    expect(ask('Welke container?', null)).toMatchObject({
      errors: { status: { state: [expect.any(String)] } },
    })
    expect(ask('x'.repeat(1000), 'melder@voorbeeld.example').ok).toBe(true)
    expect(ask('é'.repeat(1001), 'melder@voorbeeld.example')).toMatchObject({
      errors: {
        status: {
          text: ['Zorg dat deze waarde niet meer dan 1000 tekens bevat (het zijn er nu 1001).'],
        },
      },
    })
  })

  it('forwards only with address, mail and text together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, undefined, '', 'aannemer@voorbeeld.example'),
        fc.constantFrom(undefined, null, false, true),
        fc.constantFrom(undefined, null, '', 'Graag oppakken'),
        (emailOverride, sendEmail, text) => {
          const decision = decide('m', { state: 'forward to external', emailOverride, sendEmail, text })
          expect(decision.ok).toBe(Boolean(emailOverride && sendEmail && text))
        },
      ),
    )
  })
})

describe('children of a closed parent', () => {
  it('are cancelled when they are open and can be', () => {
    for (const child of STATUS_CODES) {
      expect(mustCancelChild('b', child)).toBe(false)
      for (const parent of ['o', 'a'] as const)
        if (mustCancelChild(parent, child)) expect(canChangeStatus(child, 'a')).toBe(true)
    }
    expect(STATUS_CODES.filter((child) => !mustCancelChild('o', child))).toEqual(['o', 'a', 's'])
  })
})

describe('what the public sees', () => {
  it('is open or closed, and says no more', () => {
    for (const code of STATUS_CODES)
      expect(presentPublicStatus(code).state).toBe(isClosedStatus(code) ? 'CLOSED' : 'OPEN')
    expect(presentPublicStatus('a').state_display).toBe('Gesloten')
    expect(presentPublicStatus('done external').state).toBe('OPEN')
  })

  it('shows the reporter the steps that concern them', () => {
    const shown = STATUS_CODES.map((code) => presentMyReportStatus(code).state_display)
    expect(new Set(shown)).toEqual(
      new Set(['Open', 'Afgesloten', 'Heropend', 'Vraag aan u verstuurd', 'Antwoord van u ontvangen']),
    )
  })
})
