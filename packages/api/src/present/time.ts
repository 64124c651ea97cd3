import { formatLocalTimestamp } from '@signalen/domain'

/** A moment on the clock of the municipality, as the v1 API writes it. */
export function presentTime(moment: Date, timeZone?: string): string {
  return formatLocalTimestamp(moment, timeZone)
}

export function presentOptionalTime(moment: Date | null, timeZone?: string): string | null {
  return moment && presentTime(moment, timeZone)
}

/** Times in map answers stand in UTC, without the zeros at the end. */
export function presentMapTime(moment: Date): string {
  const [seconds = '', fraction = ''] = moment.toISOString().replace('Z', '').split('.')
  const trimmed = fraction.replace(/0+$/, '')
  return `${seconds}${trimmed && `.${trimmed}`}+00:00`
}
