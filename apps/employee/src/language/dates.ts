import type { Language } from '@signalen/ui'

const TIME_ZONE = 'Europe/Amsterdam'
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(
  language: Language,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${name}`
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: TIME_ZONE })
  formats.set(key, known)
  return known
}

/** «24 nov 2026 13:05» */
export function formatDateTime(moment: string, language: Language): string {
  const date = new Date(moment)
  const day = formatOf(language, 'day', { day: 'numeric', month: 'short', year: 'numeric' }).format(date)
  return `${day} ${formatTime(moment, language)}`
}

/** «24 nov 13:05», with the year only when it is another one. */
export function formatShortDateTime(moment: string, language: Language, now = new Date()): string {
  if (toDay(moment).slice(0, 4) !== toDay(now).slice(0, 4)) return formatDate(moment, language)
  const day = formatOf(language, 'short', { day: 'numeric', month: 'short' }).format(new Date(moment))
  return `${day} ${formatTime(moment, language)}`
}

/** «24 nov 2026» */
export function formatDate(moment: string, language: Language): string {
  return formatOf(language, 'day', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(moment),
  )
}

/** «dinsdag 24 november 2026» */
export function formatLongDate(moment: string, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return formatOf(language, 'long', options).format(new Date(moment))
}

export function formatTime(moment: string, language: Language): string {
  return formatOf(language, 'time', { hour: '2-digit', minute: '2-digit' }).format(new Date(moment))
}

/** The day of a moment on the local clock, as `2026-11-24`. */
export function toDay(moment: string | Date): string {
  return formatOf('en', 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(new Date(moment))
    .split('/')
    .reverse()
    .join('-')
}

const DAY = 86_400_000

/** Whole days from one local day to another; negative when it is before. */
export function countDays(from: string | Date, to: string | Date): number {
  return Math.round((Date.parse(toDay(to)) - Date.parse(toDay(from))) / DAY)
}
