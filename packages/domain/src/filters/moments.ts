import { DEFAULT_TIME_ZONE, fromLocalTime, MILLISECONDS_PER_DAY } from '../time/local-time.ts'

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DUTCH_DATE = /^(\d{2})-(\d{2})-(\d{4})$/
// The plus of an offset arrives as a space when a client forgets to encode it.
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[ +-]\d{2}(?::?\d{2})?)?$/i

/** `2026-03-20` (or `20-03-2026`) as `2026-03-20`; undefined when there is no such day. */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim()
  const iso = ISO_DATE.exec(trimmed)
  const dutch = DUTCH_DATE.exec(trimmed)
  const date = iso?.[0] ?? (dutch ? `${dutch[3]}-${dutch[2]}-${dutch[1]}` : undefined)
  return date !== undefined && isRealDate(date) ? date : undefined
}

/** In years that every database and every time zone can hold. */
function isRealDate(date: string): boolean {
  if (date < '0100' || date >= '9999') return false
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}

/**
 * A moment in ISO 8601, in UTC and to the microsecond, as moments are stored: a client that asks for
 * what was made before a time it was given must not miss that very one. Without an offset the clock is
 * the local one; without a time it is midnight.
 */
export function parseMoment(text: string, timeZone: string = DEFAULT_TIME_ZONE): string | undefined {
  const trimmed = text.trim()
  const date = trimmed.slice(0, 10)
  if (!ISO_DATE.test(date) || !isRealDate(date)) return undefined
  const rest = trimmed.slice(10).replace(/^[T ]/i, '')
  const time = TIME.exec(rest === '' ? '00:00' : rest)
  if (time === null) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '', offset] = time
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const day = Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY
  const millisecondOfDay = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  const instant =
    offset === undefined
      ? fromLocalTime({ day, millisecondOfDay }, timeZone)
      : new Date(day * MILLISECONDS_PER_DAY + millisecondOfDay - readOffset(offset))
  return `${instant.toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`
}

function readOffset(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const digits = offset.replaceAll(/\D/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0')
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}
