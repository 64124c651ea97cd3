import { describe, expect, it } from 'vitest'
import { parseSignalOrdering } from './ordering.ts'

describe('ordering', () => {
  const newest = [{ by: 'created_at', isDescending: true }]
  it.each([
    [undefined, newest],
    ['', newest],
    ['category', newest],
    [
      '-priority,id',
      [
        { by: 'priority', isDescending: true },
        { by: 'id', isDescending: false },
      ],
    ],
    ['id,-id, reporter_email', [{ by: 'id', isDescending: false }]],
    ['--id', newest],
  ])('%s', (text, terms) => {
    expect(parseSignalOrdering(text)).toEqual(terms)
  })
})
