import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText, cleanText, countCharacters, hasNullCharacter, isLongerThan } from './text-rules.ts'

describe('texts', () => {
  it('are trimmed, limited in characters and free of NUL', () => {
    const rule = { limit: 3, mayBeBlank: false }
    expect(checkText('  abc ', rule)).toEqual({ ok: true, text: 'abc' })
    expect(checkText('👍👍👍', rule).ok).toBe(true)
    expect(checkText('abcd', rule)).toEqual({
      ok: false,
      messages: ['Zorg ervoor dat dit veld niet meer dan 3 karakters bevat.'],
    })
    expect(checkText('   ', rule)).toEqual({ ok: false, messages: ['Dit veld mag niet leeg zijn.'] })
    expect(checkText(' ', { ...rule, mayBeBlank: true })).toEqual({ ok: true, text: '' })
    expect(checkText('a\0', rule)).toEqual({ ok: false, messages: ['Null-tekens zijn niet toegestaan.'] })
  })

  it('come out storable, and checking again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '\t', '\0', '\ud800', '👍', 'é', '\ufeff'),
          maxLength: 30,
        }),
        (input) => {
          const checked = checkText(input, { limit: 20, mayBeBlank: true })
          if (!checked.ok) return
          expect(checked.text.isWellFormed() && !checked.text.includes('\0')).toBe(true)
          expect(countCharacters(checked.text)).toBeLessThanOrEqual(20)
          expect(cleanText(checked.text)).toBe(checked.text)
          expect(isLongerThan(checked.text, 20)).toBe(false)
        },
      ),
    )
  })

  it('hide no NUL deep inside', () => {
    expect(hasNullCharacter([{ a: { b: ['x\0'] } }])).toBe(true)
    expect(hasNullCharacter({ 'a\0': 1 })).toBe(true)
    expect(hasNullCharacter([{ a: 1, b: null }])).toBe(false)
  })
})
