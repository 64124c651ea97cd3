import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listPages } from './list-pages.ts'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [3, 5, [1, 2, 3, 4, 5]],
  [1, 20, [1, 2, 'gap', 20]],
  [10, 20, [1, 'gap', 9, 10, 11, 'gap', 20]],
  [18, 20, [1, 'gap', 17, 18, 19, 20]],
])('page %i of %i', (current, last, expected) => {
  expect(listPages(current, last)).toEqual(expected)
})

test('goes up, begins with 1, ends with the last, and holds the current page', () => {
  const places = fc
    .integer({ min: 1, max: 5000 })
    .chain((last) => fc.tuple(fc.integer({ min: 1, max: last }), fc.constant(last)))
  fc.assert(
    fc.property(places, ([current, last]) => {
      const numbers = listPages(current, last).filter((page) => page !== 'gap')
      expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right))
      expect(numbers[0]).toBe(1)
      expect(numbers.at(-1)).toBe(last)
      expect(numbers).toContain(current)
      expect(numbers.length).toBeLessThanOrEqual(7)
    }),
  )
})
