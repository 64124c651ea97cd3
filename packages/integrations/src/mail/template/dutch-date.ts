import {
  findWeekday,
  findZoneOffset,
  MILLISECONDS_PER_DAY,
  RESIDENT_LOCALES,
  type ResidentLanguage,
  toLocalTime,
} from '@signalen/domain'

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const
const SHORT_MONTHS = [
  'jan',
  'feb',
  'mrt',
  'apr',
  'mei',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec',
] as const
const WEEKDAYS = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'] as const

/** What the names of formats stand for, in the Dutch way of writing dates. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  DATE_FORMAT: 'j F Y',
  TIME_FORMAT: 'H:i',
  DATETIME_FORMAT: 'j F Y H:i',
  YEAR_MONTH_FORMAT: 'F Y',
  MONTH_DAY_FORMAT: 'j F',
  SHORT_DATE_FORMAT: 'j-n-Y',
  SHORT_DATETIME_FORMAT: 'j-n-Y H:i',
}

export const DEFAULT_DATE_FORMAT = 'DATE_FORMAT'
export const DEFAULT_TIME_FORMAT = 'TIME_FORMAT'

interface Moment {
  readonly instant: Date
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly dayOfYear: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly offsetMinutes: number
  readonly timeZone: string
}

/** How and where a date is told. */
export interface DateSetting {
  readonly timeZone: string
  readonly language?: ResidentLanguage | undefined
}

/**
 * A moment in the format letters of the Django template language; after a backslash a letter is itself. In another
 * language than Dutch the names of days and months are those of that language.
 */
export function formatDutchDate(
  instant: Date,
  format: string,
  { timeZone, language = 'nl' }: DateSetting,
): string {
  const moment = readMoment(instant, timeZone)
  const pattern = NAMED_FORMATS[format] ?? format
  return pattern.replace(/\\(.)|([a-zA-Z])/gs, (whole, escaped?: string, letter?: string) =>
    letter === undefined
      ? (escaped ?? whole)
      : (findForeignName(moment, letter, language) ?? formatLetter(moment, letter)),
  )
}

const NAMES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  l: { weekday: 'long' },
  D: { weekday: 'short' },
  F: { month: 'long', day: 'numeric' },
  E: { month: 'long', day: 'numeric' },
  M: { month: 'short', day: 'numeric' },
  b: { month: 'short', day: 'numeric' },
  N: { month: 'short', day: 'numeric' },
}

/** As it stands in a date: in some languages a month has another form there. */
function findForeignName(
  { instant, timeZone }: Moment,
  letter: string,
  language: ResidentLanguage,
): string | undefined {
  const options = NAMES[letter]
  if (language === 'nl') return undefined
  if (letter === 'S') return ''
  if (!options || !Object.hasOwn(NAMES, letter)) return undefined
  const kind = options.weekday ? 'weekday' : 'month'
  const parts = new Intl.DateTimeFormat(RESIDENT_LOCALES[language], { ...options, timeZone }).formatToParts(
    instant,
  )
  return parts.find(({ type }) => type === kind)?.value
}

function readMoment(instant: Date, timeZone: string): Moment {
  const { day: dayNumber, millisecondOfDay } = toLocalTime(instant, timeZone)
  const date = new Date(dayNumber * MILLISECONDS_PER_DAY)
  const year = date.getUTCFullYear()
  return {
    instant,
    year,
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: findWeekday(dayNumber),
    dayOfYear: dayNumber - Date.UTC(year, 0, 1) / MILLISECONDS_PER_DAY + 1,
    hour: Math.floor(millisecondOfDay / 3_600_000),
    minute: Math.floor(millisecondOfDay / 60_000) % 60,
    second: Math.floor(millisecondOfDay / 1000) % 60,
    offsetMinutes: findZoneOffset(instant, timeZone) / 60_000,
    timeZone,
  }
}

/** A letter that stands for nothing is shown as it is. */
function formatLetter(moment: Moment, letter: string): string {
  return formatDatePart(moment, letter) ?? formatTimePart(moment, letter) ?? letter
}

function formatDatePart(moment: Moment, letter: string): string | undefined {
  switch (letter) {
    case 'd':
      return pad(moment.day)
    case 'j':
      return String(moment.day)
    case 'D':
      return WEEKDAYS[moment.weekday]?.slice(0, 2)
    case 'l':
      return WEEKDAYS[moment.weekday]
    case 'S':
      return 'e'
    case 'w':
      return String(moment.weekday)
    case 'z':
      return String(moment.dayOfYear)
    case 'W':
      return String(findIsoWeek(moment).week)
    case 'o':
      return String(findIsoWeek(moment).year)
    case 'm':
      return pad(moment.month + 1)
    case 'n':
      return String(moment.month + 1)
    case 'F':
    case 'E':
      return MONTHS[moment.month]
    case 'M':
    case 'b':
    case 'N':
      return SHORT_MONTHS[moment.month]
    case 't':
      return String(daysInMonth(moment.year, moment.month))
    case 'y':
      return String(moment.year).slice(-2)
    case 'Y':
      return String(moment.year)
    case 'L':
      return daysInMonth(moment.year, 1) === 29 ? 'True' : 'False'
    default:
      return undefined
  }
}

function formatTimePart(moment: Moment, letter: string): string | undefined {
  switch (letter) {
    case 'H':
      return pad(moment.hour)
    case 'G':
      return String(moment.hour)
    case 'h':
      return pad(hourOfHalfDay(moment.hour))
    case 'g':
      return String(hourOfHalfDay(moment.hour))
    case 'i':
      return pad(moment.minute)
    case 's':
      return pad(moment.second)
    case 'u':
      return String(moment.instant.getUTCMilliseconds() * 1000).padStart(6, '0')
    case 'a':
      return moment.hour < 12 ? 'a.m.' : 'p.m.'
    case 'A':
      return moment.hour < 12 ? 'AM' : 'PM'
    case 'f':
    case 'P':
      return formatShortTime(moment, letter)
    case 'e':
    case 'T':
      return moment.timeZone
    case 'O':
      return formatOffset(moment.offsetMinutes)
    case 'Z':
      return String(moment.offsetMinutes * 60)
    case 'U':
      return String(Math.floor(moment.instant.getTime() / 1000))
    case 'c':
      return formatIso(moment)
    case 'r':
      return formatMailDate(moment)
    default:
      return undefined
  }
}

function formatShortTime(moment: Moment, letter: 'f' | 'P'): string {
  const minutes = moment.minute === 0 ? '' : `:${pad(moment.minute)}`
  const time = `${hourOfHalfDay(moment.hour)}${minutes}`
  return letter === 'f' ? time : `${time} ${moment.hour < 12 ? 'a.m.' : 'p.m.'}`
}

function formatIso(moment: Moment): string {
  const date = `${moment.year}-${pad(moment.month + 1)}-${pad(moment.day)}`
  const offset = formatOffset(moment.offsetMinutes)
  return `${date}T${formatClock(moment)}${offset.slice(0, 3)}:${offset.slice(3)}`
}

/** The form of the Date header of a mail, which is English in every language. */
function formatMailDate(moment: Moment): string {
  const [weekday, month] = moment.instant
    .toLocaleDateString('en-GB', { weekday: 'short', month: 'short', timeZone: moment.timeZone })
    .split(/[ ,]+/)
  return `${weekday}, ${moment.day} ${month} ${moment.year} ${formatClock(moment)} ${formatOffset(moment.offsetMinutes)}`
}

function formatClock(moment: Moment): string {
  return `${pad(moment.hour)}:${pad(moment.minute)}:${pad(moment.second)}`
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`
}

/** The week of the Thursday nearest to the day, and the year of that Thursday. */
function findIsoWeek(moment: Moment): { readonly year: number; readonly week: number } {
  const dayOfWeek = moment.weekday || 7
  const thursday = new Date(Date.UTC(moment.year, moment.month, moment.day + 4 - dayOfWeek))
  const year = thursday.getUTCFullYear()
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / MILLISECONDS_PER_DAY
  return { year, week: Math.floor(days / 7) + 1 }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
}

function hourOfHalfDay(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
