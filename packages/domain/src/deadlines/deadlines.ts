import { isClosedStatus, type StatusCode } from '../status/states.ts'
import {
  DEFAULT_TIME_ZONE,
  findWeekday,
  fromLocalTime,
  type LocalTime,
  MILLISECONDS_PER_DAY,
  toLocalTime,
} from '../time/local-time.ts'
import { isDutchHoliday } from './dutch-holidays.ts'

export interface ServiceLevel {
  readonly days: number
  readonly calendarDays: boolean
}

export interface WorkCalendar {
  readonly timeZone: string
  readonly holidays: 'none' | 'nl'
  /** The municipality's own days off beside those: days since 1 January 1970. */
  readonly daysOff?: ReadonlySet<number>
}

export interface Deadlines {
  readonly deadline: Date | null
  /** Three times the service level: from here on a signal is very late. */
  readonly deadlineFactor3: Date | null
}

export const DEFAULT_WORK_CALENDAR: WorkCalendar = { timeZone: DEFAULT_TIME_ZONE, holidays: 'none' }

/** A century: a slip of the pen in a service level must not stand in the way of a report. */
const MOST_DAYS = 36_500

/** Counted from when the signal was made, on the clock of the people there. */
export function findDeadlines(
  createdAt: Date,
  serviceLevel: ServiceLevel | null,
  calendar: WorkCalendar = DEFAULT_WORK_CALENDAR,
): Deadlines {
  if (serviceLevel === null) return { deadline: null, deadlineFactor3: null }
  const after = (days: number) => addDays(createdAt, { ...serviceLevel, days }, calendar)
  return { deadline: after(serviceLevel.days), deadlineFactor3: after(serviceLevel.days * 3) }
}

function addDays(createdAt: Date, serviceLevel: ServiceLevel, calendar: WorkCalendar): Date {
  const days = Math.min(Math.max(Math.trunc(serviceLevel.days), 0), MOST_DAYS)
  const start = toLocalTime(createdAt, calendar.timeZone)
  const end = serviceLevel.calendarDays
    ? { ...start, day: start.day + days }
    : addWorkingDays(start, days, calendar)
  return fromLocalTime(end, calendar.timeZone)
}

/** What comes in on a day off counts as coming in when the next working day begins. */
function addWorkingDays(start: LocalTime, days: number, calendar: WorkCalendar): LocalTime {
  let { day, millisecondOfDay } = start
  if (!isWorkingDay(day, calendar)) {
    day = findNextWorkingDay(day, calendar)
    millisecondOfDay = 0
  }
  for (let left = days; left > 0; left--) day = findNextWorkingDay(day, calendar)
  return { day, millisecondOfDay }
}

function findNextWorkingDay(day: number, calendar: WorkCalendar): number {
  let next = day + 1
  while (!isWorkingDay(next, calendar)) next++
  return next
}

export function isWorkingDay(day: number, calendar: WorkCalendar): boolean {
  const weekday = findWeekday(day)
  if (weekday === 0 || weekday === 6 || calendar.daysOff?.has(day)) return false
  return calendar.holidays === 'none' || !isDutchHoliday(day)
}

/** `2026-10-03` as the number of days since 1 January 1970. */
export function toDayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY
}

export type Punctuality = 'on_time' | 'late' | 'late_factor_3'

/** How an open signal stands against its deadlines; `null` when closed or without any. */
export function findPunctuality(state: StatusCode, deadlines: Deadlines, now: Date): Punctuality | null {
  if (isClosedStatus(state) || deadlines.deadline === null) return null
  if (deadlines.deadlineFactor3 !== null && deadlines.deadlineFactor3 < now) return 'late_factor_3'
  return deadlines.deadline < now ? 'late' : 'on_time'
}
