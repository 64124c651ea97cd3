import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLocalTimestamp } from '../time/local-time.ts'
import { parseDate, parseMoment } from './moments.ts'

describe('moments', () => {
  it.each([
    ['2026-03-20', '2026-03-19T23:00:00.000000Z'],
    ['2026-03-20T12:00', '2026-03-20T11:00:00.000000Z'],
    ['2026-07-20 12:00:01', '2026-07-20T10:00:01.000000Z'],
    ['2026-03-20T12:00:00Z', '2026-03-20T12:00:00.000000Z'],
    ['2026-03-20T12:00:00.5-03:30', '2026-03-20T15:30:00.500000Z'],
    ['2026-03-20T12:00:00 01:00', '2026-03-20T11:00:00.000000Z'],
    ['2026-03-20T12:00:00+0100', '2026-03-20T11:00:00.000000Z'],
    ['2026-03-20T24:00', undefined],
    ['2026-02-30T12:00', undefined],
    ['0000-01-01T12:00', undefined],
    ['9999-12-31T23:59:59-12:00', undefined],
    ['20-03-2026', undefined],
    ['2026-03-20T', '2026-03-19T23:00:00.000000Z'],
    ['', undefined],
  ])('%j is %s', (text, moment) => {
    expect(parseMoment(text)).toBe(moment)
  })

  it('read back what the API itself writes', () => {
    const times = fc.integer({ min: Date.parse('1970-01-01'), max: Date.parse('2100-01-01') })
    fc.assert(
      fc.property(times, (time) => {
        const parsed = parseMoment(formatLocalTimestamp(new Date(time)))
        expect(Date.parse(parsed ?? '')).toBe(time)
      }),
    )
  })

  it('or do not read at all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const parsed of [parseMoment(text), parseDate(text)])
          if (parsed !== undefined) expect(Number.isNaN(Date.parse(parsed))).toBe(false)
      }),
    )
  })
})
