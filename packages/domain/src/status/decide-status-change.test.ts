import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideStatusChange,
  findSystemStatusRefusal,
  mustCancelChild,
  type RequestedStatus,
  type StatusChangeRequest,
} from './decide-status-change.ts'
import { STATUS_CODES, STATUS_LABELS, type StatusCode } from './states.ts'
import { canChangeStatus } from './transitions.ts'

function decide(current: StatusCode | null, requested: RequestedStatus, more?: Partial<StatusChangeRequest>) {
  return decideStatusChange({
    current,
    requested,
    reporter: { email: 'melder@voorbeeld.example' },
    canPushToSigmax: true,
    ...more,
  })
}

it('keeps for the system what only the system can know', () => {
  const kept = STATUS_CODES.filter((code) => findSystemStatusRefusal(code) !== undefined)
  expect(kept).toEqual(['sent', 'send failed', 'done external', 'reopen requested'])
  expect(findSystemStatusRefusal('sent')).toMatchObject({
    kind: 'forbidden',
    errors: { state: expect.anything() },
  })
  expect(findSystemStatusRefusal('zzz')).toBeUndefined()
  expect(findSystemStatusRefusal(undefined)).toBeUndefined()
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
