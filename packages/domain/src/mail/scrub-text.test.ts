import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrubText, scrubValues } from './scrub-text.ts'

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
