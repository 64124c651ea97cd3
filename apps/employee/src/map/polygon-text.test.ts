import { parsePolygon } from '@signalen/domain'
import { expect, test } from 'vitest'
import { thinOut, toPolygon } from './polygon-text.ts'

test('makes of a line with many points an area that the filter takes', () => {
  const drawn = Array.from({ length: 500 }, (_, place): [number, number] => [
    4 + Math.cos(place / 80) / 100,
    52 + Math.sin(place / 80) / 100,
  ])
  const text = toPolygon(thinOut(drawn))
  expect(text.split(';')).toHaveLength(60)
  expect(parsePolygon(text)).toBe(text)
})
