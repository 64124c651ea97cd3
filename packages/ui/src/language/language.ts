export const LANGUAGES = ['nl', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE: Language = 'nl'

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
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

export const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** «24 november 2026», on the clock of the municipality. */
export function formatDay(moment: Date, language: Language, timeZone = 'Europe/Amsterdam'): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(moment)
}

/** «dinsdag 24 november 2026 om 13:05», on the clock of the municipality. */
export function formatMoment(moment: Date, language: Language, timeZone = 'Europe/Amsterdam'): string {
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
