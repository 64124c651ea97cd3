import { expect, test } from 'vitest'
import type { HistoryLine } from '../../api/wire.ts'
import { countStories, groupByDay } from './story.ts'

function line(what: string, when: string): HistoryLine {
  return { _signal: 1, identifier: `${what}_${when}`, when, what, action: what, description: null, who: 'x' }
}

const lines = [
  line('CREATE_NOTE', '2026-03-29T00:30:00+01:00'),
  line('UPDATE_STATUS', '2026-03-28T23:45:00+01:00'),
  line('UPDATE_PRIORITY', '2026-03-28T23:10:00Z'),
]

test('tells the story day by day, on the local clock', () => {
  expect(groupByDay(lines, 'all').map(({ day, lines: ofDay }) => [day, ofDay.length])).toEqual([
    ['2026-03-29', 2],
    ['2026-03-28', 1],
  ])
})

test('tells one part of it', () => {
  expect(groupByDay(lines, 'status').flatMap(({ lines: ofDay }) => ofDay.map(({ what }) => what))).toEqual([
    'UPDATE_STATUS',
  ])
})

test('counts each part, what is not known among the changes', () => {
  expect(countStories([...lines, line('SOMETHING_NEW', '2026-03-01T10:00:00Z')])).toEqual({
    all: 4,
    status: 1,
    notes: 1,
    changes: 2,
    reporter: 0,
  })
})
