import { expect, test } from 'vitest'
import { EMPTY_QUERY } from '../filters/list-query.ts'
import { countNews, toNewsQuery } from './news.ts'

const since = new Date('2026-03-01T12:00:00Z')

test('tells new reports from changed ones', () => {
  const rows = [
    { created_at: '2026-03-01T13:05:00+01:00' },
    { created_at: '2026-03-01T12:30:00+01:00' },
    { created_at: '2026-02-01T12:30:00+01:00' },
  ]
  expect(countNews(rows, 3, since)).toEqual({ fresh: 1, changed: 2, isMany: false })
  expect(countNews(rows, 80, since).isMany).toBe(true)
})

test('asks for what changed since, within the filter', () => {
  const query = new URLSearchParams(toNewsQuery({ ...EMPTY_QUERY, filters: { status: ['m'] } }, since))
  expect(query.getAll('status')).toEqual(['m'])
  expect(query.get('updated_after')).toBe('2026-03-01T12:00:00.000Z')
})

test('keeps a later limit that the filter has itself', () => {
  const filters = { updated_after: ['2026-03-05'] }
  expect(new URLSearchParams(toNewsQuery({ ...EMPTY_QUERY, filters }, since)).get('updated_after')).toBe(
    '2026-03-05T00:00:00',
  )
})
