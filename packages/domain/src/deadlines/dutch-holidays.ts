import { findWeekday, MILLISECONDS_PER_DAY } from '../time/local-time.ts'

const SUNDAY = 0

/**
 * The days that do not count in the Dutch General Extension of Time-Limits Act (Algemene
 * termijnenwet, article 3), Good Friday included.
 */
export function listDutchHolidays(year: number): number[] {
  const easter = findEasterSunday(year)
  const kingsDay = dayOf(year, 4, 27)
  return [
    dayOf(year, 1, 1),
    easter - 2,
    easter + 1,
    findWeekday(kingsDay) === SUNDAY ? kingsDay - 1 : kingsDay,
    dayOf(year, 5, 5),
    easter + 39,
    easter + 50,
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
  ]
}

export function isDutchHoliday(day: number): boolean {
  const year = new Date(day * MILLISECONDS_PER_DAY).getUTCFullYear()
  return listDutchHolidays(year).includes(day)
}

/** By the method of Meeus, Jones and Butcher, which needs no tables. */
export function findEasterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const count = epact + weekday - 7 * shift + 114
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1)
}

function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MILLISECONDS_PER_DAY
}
