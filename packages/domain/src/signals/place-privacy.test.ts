import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coarsenPosition, formatPublicPlace } from './place-privacy.ts'

describe('places on a public map', () => {
  const place = fc.tuple(
    fc.double({ min: 3.3, max: 7.3, noNaN: true }),
    fc.double({ min: 50.7, max: 53.6, noNaN: true }),
  )

  it('are near, and stay where they are put', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(25, 50, 100, 250), ([longitude, latitude], metres) => {
        const [east, north] = coarsenPosition([longitude, latitude], metres)
        const dx = (east - longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180)
        const dy = (north - latitude) * 111_320
        expect(Math.hypot(dx, dy)).toBeLessThan(metres * 0.72)
        expect(coarsenPosition([east, north], metres)).toEqual([east, north])
      }),
    )
    expect(coarsenPosition([4.1, 52.1], 0)).toEqual([4.1, 52.1])
  })

  it('are named by street and town', () => {
    expect(
      formatPublicPlace({ openbare_ruimte: 'Dorpsstraat', huisnummer: 1, woonplaats: 'Voorbeeldstad' }),
    ).toBe('Dorpsstraat, Voorbeeldstad')
    expect(formatPublicPlace(null)).toBe('')
  })
})
