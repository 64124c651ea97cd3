import { expect, test } from 'vitest'
import { createUploadBudget } from './upload-budget.ts'

const MEGABYTE = 1024 * 1024

test('one address may upload so much an hour, and others still may', () => {
  let now = 0
  const budget = createUploadBudget({ isOff: false, now: () => now })
  expect(budget.take('192.0.2.1', 290 * MEGABYTE)).toBe(true)
  expect(budget.take('192.0.2.1', 20 * MEGABYTE)).toBe(false)
  expect(budget.take('192.0.2.1', 5 * MEGABYTE)).toBe(true)
  expect(budget.take('192.0.2.2', 20 * MEGABYTE)).toBe(true)
  now += 3_600_001
  expect(budget.take('192.0.2.1', 20 * MEGABYTE)).toBe(true)
})

test('it can be turned off', () => {
  const budget = createUploadBudget({ isOff: true })
  expect(budget.take('192.0.2.1', 1000 * MEGABYTE)).toBe(true)
})
