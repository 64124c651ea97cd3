import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takePhoto } from '../../dev/take-photo.ts'
import { readPhotoFacts } from './photo-facts.ts'

describe('what a camera wrote into a photo', () => {
  test.each([true, false])(
    'is where it stood, and the time on its clock (little end first: %s)',
    (isLittle) => {
      const { place, moment } = readPhotoFacts(takePhoto({ isLittle }))
      expect(place?.latitude).toBeCloseTo(52.01, 6)
      expect(place?.longitude).toBeCloseTo(4.35, 6)
      expect(moment).toEqual({ date: '2026-11-20', time: '08:15' })
    },
  )

  test('is south or west as well', () => {
    expect(readPhotoFacts(takePhoto({ directions: 'SW' })).place).toEqual({
      latitude: expect.closeTo(-52.01),
      longitude: expect.closeTo(-4.35),
    })
  })

  test('is nothing where the clock was never set, or a place cannot be', () => {
    expect(readPhotoFacts(takePhoto({ taken: '0000:00:00 00:00:00' })).moment).toBeUndefined()
    expect(readPhotoFacts(takePhoto({ latitude: [300, 0, 0] })).place).toBeUndefined()
  })

  test('is nothing where there is nothing, or something broken', () => {
    const photo = takePhoto()
    fc.assert(
      fc.property(fc.nat(photo.length), fc.nat(photo.length - 1), fc.nat(255), (length, at, byte) => {
        const broken = photo.slice(0, length)
        if (at < length) broken[at] = byte
        const { place, moment } = readPhotoFacts(broken)
        if (place) expect(Math.abs(place.latitude)).toBeLessThanOrEqual(90)
        if (moment) expect(moment.date).toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readPhotoFacts(bytes)))
  })
})
