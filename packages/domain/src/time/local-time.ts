export const DEFAULT_TIME_ZONE = 'Europe/Amsterdam'

export const MILLISECONDS_PER_DAY = 86_400_000

/** A moment as the clock on the wall shows it. */
export interface LocalTime {
  /** Days since 1 January 1970. */
  readonly day: number
  readonly millisecondOfDay: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

const QUARTER_MILLISECONDS = 900_000
const MOST_KEPT = 10_000

/** Of quarters of an hour, since a list of reports asks for hundreds of times and the calendar is slow to answer. */
const offsets = new Map<string, number>()

/** How far the local clock is ahead of UTC, in milliseconds. */
export function findZoneOffset(instant: Date, timeZone: string = DEFAULT_TIME_ZONE): number {
  const time = instant.getTime()
  // Before 1970 clocks were also put forward at odd times.
  if (!(time >= 0)) return calculateZoneOffset(instant, timeZone)
  const key = `${timeZone} ${Math.floor(time / QUARTER_MILLISECONDS)}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = calculateZoneOffset(instant, timeZone)
  if (offsets.size >= MOST_KEPT) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function calculateZoneOffset(instant: Date, timeZone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of getFormat(timeZone).formatToParts(instant)) parts[type] = Number(value)
  const local = Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day ?? 1,
    parts.hour ?? 0,
    parts.minute ?? 0,
    parts.second ?? 0,
  )
  return local - Math.floor(instant.getTime() / 1000) * 1000
}

export function toLocalTime(instant: Date, timeZone: string = DEFAULT_TIME_ZONE): LocalTime {
  const local = instant.getTime() + findZoneOffset(instant, timeZone)
  const day = Math.floor(local / MILLISECONDS_PER_DAY)
  return { day, millisecondOfDay: local - day * MILLISECONDS_PER_DAY }
}

/**
 * The moment at which the local clock shows this. An hour that occurs twice means its first time; an
 * hour that is skipped means as much later as the clock jumps.
 */
export function fromLocalTime(local: LocalTime, timeZone: string = DEFAULT_TIME_ZONE): Date {
  const wall = local.day * MILLISECONDS_PER_DAY + local.millisecondOfDay
  const before = findZoneOffset(new Date(wall - MILLISECONDS_PER_DAY), timeZone)
  const after = findZoneOffset(new Date(wall + MILLISECONDS_PER_DAY), timeZone)
  for (const offset of [before, after]) {
    const candidate = new Date(wall - offset)
    if (findZoneOffset(candidate, timeZone) === offset) return candidate
  }
  return new Date(wall - before)
}

/** 0 is Sunday, as in `Date`. */
export function findWeekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** ISO 8601 with the local offset, as every timestamp of the API; a fraction only when there is one. */
export function formatLocalTimestamp(instant: Date, timeZone: string = DEFAULT_TIME_ZONE): string {
  const offset = findZoneOffset(instant, timeZone)
  const wall = new Date(instant.getTime() + offset).toISOString()
  const fraction = instant.getUTCMilliseconds() === 0 ? '' : `${wall.slice(19, 23)}000`
  return `${wall.slice(0, 19)}${fraction}${formatOffset(offset)}`
}

/** `2026-03-29`: the date on which something happened for the people there. */
export function formatLocalDate(instant: Date, timeZone: string = DEFAULT_TIME_ZONE): string {
  return new Date(instant.getTime() + findZoneOffset(instant, timeZone)).toISOString().slice(0, 10)
}

function formatOffset(offset: number): string {
  const minutes = Math.abs(offset) / 60_000
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${hour}:${String(minutes % 60).padStart(2, '0')}`
}

function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
