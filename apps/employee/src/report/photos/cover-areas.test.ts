import { expect, test } from 'vitest'
import { areaBetween, isArea } from './cover-areas.ts'

test('an area lies between its corners, whichever way it was drawn, and within the photo', () => {
  const { x, y, width, height } = areaBetween([0.8, 1.4], [0.2, -0.3])
  expect([x, y, width, height].map((value) => Number(value.toFixed(3)))).toEqual([0.2, 0, 0.6, 1])
  expect(isArea(areaBetween([0.5, 0.5], [0.501, 0.7]))).toBe(false)
  expect(isArea(areaBetween([0.5, 0.5], [0.6, 0.7]))).toBe(true)
})
