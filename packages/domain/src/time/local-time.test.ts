import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatLocalDate,
  formatLocalTimestamp,
  fromLocalTime,
  MILLISECONDS_PER_DAY,
  toLocalTime,
} from './local-time.ts'

/** Half of them within two days of a change of the clock. */
const clockChanges = ['2024-03-31', '2025-10-26', '2026-03-29', '2026-10-25', '2027-03-28'].map((date) =>
  Date.parse(`${date}T01:00:00Z`),
)

const anyInstant = fc.oneof(
  fc.integer({ min: Date.parse('2015-01-01'), max: Date.parse('2040-01-01') }),
  fc
    .tuple(
      fc.constantFrom(...clockChanges),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: 0, max: 86_399_999 }),
    )
    .map(([change, days, rest]) => change + days * MILLISECONDS_PER_DAY + rest),
)

const anyMoment = anyInstant.map((time) => new Date(time))

describe('local time', () => {
  it('goes there and back, but for the hour that occurs twice', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const difference = moment.getTime() - fromLocalTime(toLocalTime(moment)).getTime()
        expect([0, 3_600_000]).toContain(difference)
        if (difference !== 0) expect(moment.getUTCMonth()).toBe(9)
      }),
    )
  })

  it('moves a skipped hour on and takes the first of a doubled one', () => {
    const hour = 3_600_000
    const spring = Date.UTC(2026, 2, 29) / MILLISECONDS_PER_DAY
    const autumn = Date.UTC(2026, 9, 25) / MILLISECONDS_PER_DAY
    const at = (day: number) => formatLocalTimestamp(fromLocalTime({ day, millisecondOfDay: 2.5 * hour }))
    expect(at(spring)).toBe('2026-03-29T03:30:00+02:00')
    expect(at(autumn)).toBe('2026-10-25T02:30:00+02:00')
  })

  it('writes timestamps that read back as the same moment', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom('Europe/Amsterdam', 'America/Curacao'), (moment, zone) => {
        expect(Date.parse(formatLocalTimestamp(moment, zone))).toBe(moment.getTime())
      }),
    )
    expect(formatLocalTimestamp(new Date('2023-06-01T10:00:00Z'))).toBe('2023-06-01T12:00:00+02:00')
    expect(formatLocalDate(new Date('2023-06-01T23:00:00Z'))).toBe('2023-06-02')
  })
})
