import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatAddress,
  formatAddressText,
  formatPostcode,
  isAddressComplete,
  normaliseAddress,
} from './address.ts'

describe('addresses', () => {
  const address = {
    openbare_ruimte: 'Dorpsstraat',
    huisnummer: 1,
    huisletter: 'a',
    huisnummer_toevoeging: '2',
    postcode: '1234AB',
    woonplaats: 'Voorbeeldstad',
  }

  it('are written in one line, without gaps for what is missing', () => {
    expect(formatAddressText(address)).toBe('Dorpsstraat 1a-2 1234AB Voorbeeldstad')
    expect(formatAddressText({ openbare_ruimte: 'Dorpsstraat', woonplaats: 'Voorbeeldstad' })).toBe(
      'Dorpsstraat Voorbeeldstad',
    )
    expect(formatAddressText(null)).toBe('')
  })

  it.each([
    ['O hl, P W', 'Dorpsstraat 1a, 1234 AB Voorbeeldstad'],
    ['O hlT, p W', 'Dorpsstraat 1a-2, 1234AB Voorbeeldstad'],
    ['\\O: O t', 'O: Dorpsstraat 2'],
  ])('are written as %s', (format, text) => {
    expect(formatAddress(address, format)).toBe(text)
  })

  it('never fail to be written, and never show undefined', () => {
    const part = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(null, undefined))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(address)), part),
        fc.string(),
        (odd, format) => {
          for (const text of [
            formatAddressText(odd),
            formatAddress(odd, 'O hlT, P W'),
            formatAddress(odd, format),
          ])
            expect(typeof text).toBe('string')
          const known = JSON.stringify(odd).includes('un') || JSON.stringify(odd).includes('null')
          if (!known) expect(formatAddressText(odd)).not.toMatch(/undefined|null/)
          expect(Object.keys(normaliseAddress(odd))).toHaveLength(6)
        },
      ),
    )
  })

  it('can be looked up with a street and a number', () => {
    expect(isAddressComplete(address)).toBe(true)
    expect(isAddressComplete({ openbare_ruimte: 'Dorpsstraat' })).toBe(false)
    expect(formatPostcode('1234 ab')).toBe('1234 ab')
    expect(formatPostcode('B-1000')).toBe('B-1000')
  })
})
