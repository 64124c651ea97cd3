import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWeekday, MILLISECONDS_PER_DAY } from '../time/local-time.ts'
import { findEasterSunday, listDutchHolidays } from './dutch-holidays.ts'

describe('Dutch holidays', () => {
  const dates = (year: number) =>
    listDutchHolidays(year).map((day) => new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(5, 10))

  it('are those of the law', () => {
    const year2025 = ['01-01', '04-18', '04-21', '04-26', '05-05', '05-29', '06-09', '12-25', '12-26']
    expect(dates(2025)).toEqual(year2025)
    const year2026 = ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26']
    expect(dates(2026)).toEqual(year2026)
  })

  it('put Easter on a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2300 }), (year) => {
        const easter = findEasterSunday(year)
        const date = new Date(easter * MILLISECONDS_PER_DAY).toISOString().slice(5, 10)
        expect(findWeekday(easter)).toBe(0)
        expect(date >= '03-22' && date <= '04-25').toBe(true)
      }),
    )
  })
})
