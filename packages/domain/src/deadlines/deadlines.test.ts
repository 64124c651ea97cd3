import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLocalTimestamp, MILLISECONDS_PER_DAY, toLocalTime } from '../time/local-time.ts'
import { findDeadlines, findPunctuality, isWorkingDay, toDayNumber, type WorkCalendar } from './deadlines.ts'

const plain: WorkCalendar = { timeZone: 'Europe/Amsterdam', holidays: 'none' }

const withHolidays: WorkCalendar = { timeZone: 'Europe/Amsterdam', holidays: 'nl' }

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

const anyDays = fc.integer({ min: 0, max: 60 })

const anyCalendar = fc.constantFrom(plain, withHolidays)

function deadlineOf(created: string, days: number, calendarDays = false, calendar = plain): string {
  const { deadline } = findDeadlines(new Date(created), { days, calendarDays }, calendar)
  return deadline === null ? 'none' : formatLocalTimestamp(deadline)
}

describe('deadlines by working days', () => {
  it.each([
    ['Friday + 1', '2023-06-02T12:00:00+02:00', 1, '2023-06-05T12:00:00+02:00'],
    ['Saturday + 1', '2023-06-03T12:00:00+02:00', 1, '2023-06-06T00:00:00+02:00'],
    ['Sunday + 0', '2023-06-04T12:00:00+02:00', 0, '2023-06-05T00:00:00+02:00'],
    ['Monday + 5', '2023-06-05T09:30:00+02:00', 5, '2023-06-12T09:30:00+02:00'],
    ['15 days into winter', '2026-11-24T03:23:17.451+01:00', 15, '2026-12-15T03:23:17.451000+01:00'],
    ['over the change to summer', '2026-03-27T12:00:00+01:00', 1, '2026-03-30T12:00:00+02:00'],
    [
      'late on a Friday, which is Friday for the people there',
      '2026-07-03T23:30:00+02:00',
      1,
      '2026-07-06T23:30:00+02:00',
    ],
    ['early on a Saturday, still Friday in UTC', '2026-07-04T00:30:00+02:00', 1, '2026-07-07T00:00:00+02:00'],
  ])('%s', (_, created, days, deadline) => {
    expect(deadlineOf(created, days)).toBe(deadline)
  })

  it('counts three times the days for very late, not three times the interval', () => {
    const friday = new Date('2023-06-02T12:00:00+02:00')
    const { deadlineFactor3 } = findDeadlines(friday, { days: 1, calendarDays: false })
    expect(deadlineFactor3).toEqual(new Date('2023-06-07T12:00:00+02:00'))
  })

  it('leaves holidays out only when asked', () => {
    expect(deadlineOf('2026-12-24T10:00:00+01:00', 1)).toBe('2026-12-25T10:00:00+01:00')
    expect(deadlineOf('2026-12-24T10:00:00+01:00', 1, false, withHolidays)).toBe('2026-12-28T10:00:00+01:00')
  })

  it("leaves out a municipality's days off of its own", () => {
    const daysOff = new Set([toDayNumber('2026-10-05')])
    const friday = '2026-10-02T10:00:00+02:00'
    expect(deadlineOf(friday, 1, false, { ...plain, daysOff })).toBe('2026-10-06T10:00:00+02:00')
    expect(deadlineOf(friday, 1, true, { ...plain, daysOff })).toBe('2026-10-03T10:00:00+02:00')
  })

  it('is no deadline without a service level', () => {
    expect(findDeadlines(new Date(), null)).toEqual({ deadline: null, deadlineFactor3: null })
  })

  it('survives an absurd service level', () => {
    expect(deadlineOf('2026-07-01T10:00:00+02:00', -3, true)).toBe('2026-07-01T10:00:00+02:00')
    expect(deadlineOf('2026-07-01T10:00:00+02:00', 2_147_483_647)).not.toBe('none')
  })
})

describe('whatever the moment and the clock', () => {
  it('a deadline is on a working day, exactly as many working days on', () => {
    fc.assert(
      fc.property(anyMoment, anyDays, anyCalendar, (created, days, calendar) => {
        const { deadline } = findDeadlines(created, { days, calendarDays: false }, calendar)
        const start = toLocalTime(created).day
        const end = toLocalTime(deadline ?? created).day
        expect(isWorkingDay(end, calendar)).toBe(true)
        let passed = 0
        for (let day = start + 1; day <= end; day++) if (isWorkingDay(day, calendar)) passed++
        expect(passed).toBe(isWorkingDay(start, calendar) ? days : days + 1)
      }),
    )
  })

  it('a deadline shows the time of the report, or midnight after a day off', () => {
    fc.assert(
      fc.property(anyMoment, anyDays, fc.boolean(), (created, days, calendarDays) => {
        const { deadline } = findDeadlines(created, { days, calendarDays }, plain)
        const start = toLocalTime(created)
        const end = toLocalTime(deadline ?? created)
        const onDayOff = !calendarDays && !isWorkingDay(start.day, plain)
        const expected = onDayOff ? 0 : start.millisecondOfDay
        // Only where the clock skips that hour does it show one hour later.
        expect([expected, expected + 3_600_000]).toContain(end.millisecondOfDay)
        if (end.millisecondOfDay !== expected) expect(expected).toBeLessThan(3 * 3_600_000)
      }),
    )
  })

  it('later reports and longer terms never end earlier', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, anyDays, anyDays, anyCalendar, (one, other, few, more, calendar) => {
        const [first, last] = one <= other ? [one, other] : [other, one]
        const level = { days: Math.min(few, more), calendarDays: false }
        const early = findDeadlines(first, level, calendar)
        const late = findDeadlines(last, { ...level, days: Math.max(few, more) }, calendar)
        expect(Number(early.deadline)).toBeLessThanOrEqual(Number(late.deadline))
        expect(Number(early.deadline)).toBeLessThanOrEqual(Number(early.deadlineFactor3))
      }),
    )
  })
})

describe('punctuality', () => {
  const deadlines = { deadline: new Date('2026-01-10'), deadlineFactor3: new Date('2026-01-30') }
  it.each([
    ['2026-01-09', 'on_time'],
    ['2026-01-11', 'late'],
    ['2026-02-01', 'late_factor_3'],
  ])('on %s is %s', (now, punctuality) => {
    expect(findPunctuality('b', deadlines, new Date(now))).toBe(punctuality)
    expect(findPunctuality('o', deadlines, new Date(now))).toBeNull()
  })
})
