import { parseCsv } from '@signalen/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsvLine, withoutFormula } from './csv-line.ts'

const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', 'a;b', '"', '""', '\r\n', '\n', ' ', ''))

describe('a line of a file', () => {
  it('can be read back, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
        fc.constantFrom(',', ';'),
        (rows, separator) => {
          const text = rows.map((row) => toCsvLine(row, separator)).join('')
          expect(parseCsv(text, separator)).toEqual(rows)
        },
      ),
    )
  })

  it('has quotes only where they are needed', () => {
    expect(toCsvLine(['a', null, 'b c', "d'e", 'f,g', 'h"i', 'j\nk'])).toBe(
      'a,,b c,d\'e,"f,g","h""i","j\nk"\r\n',
    )
  })
})

describe('what a spreadsheet would reckon with', () => {
  it.each(['=1+1', '+1+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx'])('is made text: %j', (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`)
  })

  it.each(['', 'Afval', '1-2', '+31 6 1234 5678', 'a=b'])('is left when it is none: %j', (text) => {
    expect(withoutFormula(text)).toBe(text)
  })
})
