import { expect, test } from 'vitest'
import { createUploadBudget } from './upload-budget.ts'

const MEGABYTE = 1024 * 1024

test('one address may upload so much an hour, and others still may', async () => {
  let now = 0
  const budget = createUploadBudget({ isOff: false, secret: 'x', now: () => now })
  expect(await budget.take('192.0.2.1', 290 * MEGABYTE)).toBe(true)
  expect(await budget.take('192.0.2.1', 20 * MEGABYTE)).toBe(false)
  expect(await budget.take('192.0.2.1', 5 * MEGABYTE)).toBe(true)
  expect(await budget.take('192.0.2.2', 20 * MEGABYTE)).toBe(true)
  now += 3_600_001
  expect(await budget.take('192.0.2.1', 20 * MEGABYTE)).toBe(true)
})

test('it can be turned off', async () => {
  const budget = createUploadBudget({ isOff: true, secret: 'x' })
  expect(await budget.take('192.0.2.1', 1000 * MEGABYTE)).toBe(true)
})
