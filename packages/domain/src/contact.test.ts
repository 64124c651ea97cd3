import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmailAddress, isSameEmail, maskContact, obscureEmail, obscurePhone } from './contact.ts'

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
