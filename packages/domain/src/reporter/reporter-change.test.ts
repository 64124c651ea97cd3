import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideEmailVerification, decideReporterChange, decideVerifiedChange } from './reporter-change.ts'
import { canChangeReporter } from './reporter-states.ts'

const current = { email: 'melder@voorbeeld.example', phone: '0612345678' }

const anyContact = fc.record({
  email: fc.constantFrom(null, 'a@voorbeeld.example', 'b@voorbeeld.example'),
  phone: fc.constantFrom(null, '0612345678', '0687654321'),
})

describe('new contact details', () => {
  it.each([
    [
      'another address',
      { ...current, email: 'nieuw@voorbeeld.example' },
      'verification_email_sent',
      ['verificationSent'],
    ],
    ['another phone', { ...current, phone: '0687654321' }, 'approved', ['phoneChanged']],
    [
      'another phone and no address',
      { email: null, phone: '0687654321' },
      'approved',
      ['emailChanged', 'phoneChanged'],
    ],
    ['nothing new', current, 'cancelled', ['requestCancelled']],
    ['only the address removed', { ...current, email: null }, 'cancelled', ['requestCancelled']],
  ])('%s', (_, requested, state, changes) => {
    expect(decideReporterChange(current, requested)).toMatchObject({ state, changes })
  })

  it('tell the old address and ask the new one', () => {
    expect(decideReporterChange(current, { ...current, email: 'nieuw@voorbeeld.example' }).mails).toEqual([
      { template: 'notify_current_reporter', to: 'melder@voorbeeld.example' },
      { template: 'verify_email_reporter', to: 'nieuw@voorbeeld.example' },
    ])
  })

  it("never make another address the reporter's without its holder saying so", () => {
    fc.assert(
      fc.property(anyContact, anyContact, (before, requested) => {
        const outcome = decideReporterChange(before, requested)
        if (outcome.becomesCurrent && requested.email !== null) expect(requested.email).toBe(before.email)
        expect(outcome.becomesCurrent).toBe(outcome.state === 'approved')
        expect(canChangeReporter('new', outcome.state)).toBe(true)
      }),
    )
  })

  it('become current once verified', () => {
    const verified = { email: 'nieuw@voorbeeld.example', phone: current.phone }
    expect(decideVerifiedChange(current, verified)).toEqual({
      state: 'approved',
      becomesCurrent: true,
      changes: ['emailVerified', 'emailChanged'],
      mails: [{ template: 'confirm_reporter_updated', to: 'nieuw@voorbeeld.example' }],
    })
  })
})

describe('a verification link', () => {
  const token = {
    isVerified: false,
    expiresAt: new Date('2026-03-21'),
    state: 'verification_email_sent',
  } as const
  it.each([
    [undefined, 'Token not found!'],
    [{ ...token, isVerified: true }, 'Token already verified!'],
    [{ ...token, expiresAt: null }, 'Invalid token!'],
    [{ ...token, state: 'cancelled' } as const, 'Invalid token!'],
    [{ ...token, expiresAt: new Date('2026-03-19') }, 'Token expired!'],
  ])('%j is refused: %s', (given, message) => {
    expect(decideEmailVerification(given, new Date('2026-03-20'))).toMatchObject({
      errors: { token: [message] },
    })
  })

  it('works in time', () => {
    expect(decideEmailVerification(token, new Date('2026-03-20')).ok).toBe(true)
  })
})
