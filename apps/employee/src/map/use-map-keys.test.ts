import { expect, test } from 'vitest'
import { stepThrough } from './use-map-keys.ts'

test('goes round and round, and begins at either end', () => {
  const ids = [7, 8, 9]
  expect(stepThrough(ids, undefined, 1)).toBe(7)
  expect(stepThrough(ids, undefined, -1)).toBe(9)
  expect(stepThrough(ids, 9, 1)).toBe(7)
  expect(stepThrough(ids, 7, -1)).toBe(9)
  expect(stepThrough(ids, 4, 1)).toBe(7)
  expect(stepThrough([], 4, 1)).toBeUndefined()
})
