import { describe, expect, it } from 'vitest'
import { parsePolygon, ringOf } from './polygon.ts'

describe('a drawn area', () => {
  it('is three points or more', () => {
    expect(parsePolygon(' 4.1,52.1;4.2,52.1;4.2,52.2 ')).toBe('4.1,52.1;4.2,52.1;4.2,52.2')
    expect(ringOf('4.1,52.1;4.2,52.1;4.2,52.2')).toEqual([
      [4.1, 52.1],
      [4.2, 52.1],
      [4.2, 52.2],
      [4.1, 52.1],
    ])
  })

  it.each([
    '',
    '4.1,52.1;4.2,52.1',
    '4,52;5,52;x,53',
    '4,52;5,52;500,53',
    '4,52;5,52;5,91',
    "4,52;5,52;5,52')",
  ])('is not %s', (text) => expect(parsePolygon(text)).toBeUndefined())
})
