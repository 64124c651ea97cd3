import { RESIDENT_LANGUAGES, type ResidentLanguage } from '@signalen/domain'

export const LANGUAGES = ['nl', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE: Language = 'nl'

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** Languages in which a report can be made; everything else is in those above. */
export const REPORT_LANGUAGES = RESIDENT_LANGUAGES

export type ReportLanguage = ResidentLanguage

export function isReportLanguage(value: unknown): value is ReportLanguage {
  return REPORT_LANGUAGES.some((language) => language === value)
}

/** As its speakers write it. */
export const LANGUAGE_NAMES: Readonly<Record<ReportLanguage, string>> = {
  nl: 'Nederlands',
  en: 'English',
  tr: 'Türkçe',
  pl: 'Polski',
  uk: 'Українська',
  ar: 'العربية',
}

export function directionOf(language: ReportLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/**
 * The type of a set of messages, made from the Dutch one: a text may be any text, and a message with
 * parameters keeps them. A language that lacks a key does not compile.
 */
export type MessagesLike<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : MessagesLike<Source[Key]>
}

export const LOCALES: Readonly<Record<ReportLanguage, string>> = {
  nl: 'nl-NL',
  en: 'en-GB',
  tr: 'tr-TR',
  pl: 'pl-PL',
  uk: 'uk-UA',
  // With the digits that stand everywhere else on the page.
  ar: 'ar-u-nu-latn',
}

/** «24 november 2026», on the clock of the municipality. */
export function formatDay(moment: Date, language: ReportLanguage, timeZone = 'Europe/Amsterdam'): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(moment)
}

/** «dinsdag 24 november 2026 om 13:05», on the clock of the municipality. */
export function formatMoment(moment: Date, language: ReportLanguage, timeZone = 'Europe/Amsterdam'): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(moment)
}
