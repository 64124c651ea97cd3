import { expect, it } from 'vitest'
import { describeAge } from './describe-age.ts'

const now = new Date('2026-11-24T10:00:00Z')

it.each([
  ['2026-11-24T10:00:05Z', 'zojuist', 'just now'],
  ['2026-11-24T09:01:00Z', '59 minuten geleden', '59 minutes ago'],
  ['2026-11-24T09:00:00Z', '1 uur geleden', '1 hour ago'],
  ['2026-11-21T09:00:00Z', '3 dagen geleden', '3 days ago'],
])('%s is said as %s', (moment, nl, en) => {
  expect(describeAge(moment, { language: 'nl', now })).toBe(nl)
  expect(describeAge(moment, { language: 'en', now })).toBe(en)
})
