import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LEAST_SHOWN, shareOf, sumShown, suppressSmall } from './suppress-small.ts'

it.each([
  [[], []],
  [
    [0, 12],
    [0, 12],
  ],
  [
    [3, 12, 40],
    [null, null, 40],
  ],
  [
    [3, 4, 40],
    [null, null, 40],
  ],
  [[3], [null]],
  [
    [0, 9, 0],
    [0, null, 0],
  ],
])('of %j is shown %j', (counts, shown) => {
  expect(suppressSmall(counts)).toEqual(shown)
})

it('no small count is shown, and none can be found by subtracting', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (counts) => {
      const shown = suppressSmall(counts)
      for (const count of shown) expect(count === null || count === 0 || count >= LEAST_SHOWN).toBe(true)
      const hidden = shown.filter((count) => count === null)
      const known = shown.reduce<number>((sum, count) => sum + (count ?? 0), 0)
      const total = sumShown(counts)
      if (hidden.length === 1 && total !== null) expect(total - known).toBeGreaterThanOrEqual(LEAST_SHOWN)
    }),
  )
})

it('a share is told of enough answers only', () => {
  expect([shareOf(7, 9), shareOf(7, 10), shareOf(2, 3)]).toEqual([null, 70, null])
})
