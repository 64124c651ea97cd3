import { expect, test } from 'vitest'
import { canUndo, isWorthTelling } from './bulk-state.ts'

const change = {
  state: 'done',
  mails_held_until: '2026-11-24T10:06:00Z',
  finished_at: '2026-11-24T10:00:30Z',
  counts: { changed: 2 },
} as const

test('can be undone while its mails are held, and not when they are about to go', () => {
  expect(canUndo(change, new Date('2026-11-24T10:05:00Z'))).toBe(true)
  expect(canUndo(change, new Date('2026-11-24T10:05:50Z'))).toBe(false)
  expect(canUndo({ ...change, state: 'undone' }, new Date('2026-11-24T10:01:00Z'))).toBe(false)
  expect(canUndo({ ...change, counts: { changed: 0 } }, new Date('2026-11-24T10:01:00Z'))).toBe(false)
})

test('is told while it goes on, and for a while after', () => {
  expect(isWorthTelling({ ...change, finished_at: null }, new Date('2026-11-25T10:00:00Z'))).toBe(true)
  expect(isWorthTelling(change, new Date('2026-11-24T10:10:00Z'))).toBe(true)
  expect(isWorthTelling(change, new Date('2026-11-24T10:20:00Z'))).toBe(false)
})
