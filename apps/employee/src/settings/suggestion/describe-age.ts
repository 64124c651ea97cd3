import type { Language } from '@signalen/ui'

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const
const JUST_NOW = { nl: 'zojuist', en: 'just now' } as const
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago something was, as people say it: `3 uur geleden`. */
export function describeAge(
  moment: string,
  { language, now }: { readonly language: Language; readonly now: Date },
): string {
  const age = Math.max(0, now.getTime() - new Date(moment).getTime())
  if (age < MINUTE) return JUST_NOW[language]
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'always' })
  if (age >= DAY) return format.format(-Math.floor(age / DAY), 'day')
  if (age >= HOUR) return format.format(-Math.floor(age / HOUR), 'hour')
  return format.format(-Math.floor(age / MINUTE), 'minute')
}
