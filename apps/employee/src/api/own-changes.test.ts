import { expect, test } from 'vitest'
import { changesReport } from './own-changes.ts'

test('tells requests that change a report from those that only look', () => {
  const signals = '/signals/v1/private/signals'
  expect(changesReport(`${signals}/12`)).toBe(true)
  expect(changesReport(`${signals}/12/relations`)).toBe(true)
  expect(changesReport('/signals/v1/private/bulk-changes')).toBe(true)
  expect(changesReport(`${signals}/12/presence`)).toBe(false)
  expect(changesReport('/signals/v1/public/urgency')).toBe(false)
})
