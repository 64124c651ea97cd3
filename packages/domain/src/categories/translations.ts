import { isSameJson } from '../json.ts'

/** Languages beside Dutch in which what a municipality tells residents may stand. */
export const TRANSLATION_LANGUAGES = ['en', 'tr', 'pl', 'uk', 'ar'] as const
export type TranslationLanguage = (typeof TRANSLATION_LANGUAGES)[number]

/** In which a report can be made, and in which people hear back. */
export const RESIDENT_LANGUAGES = ['nl', ...TRANSLATION_LANGUAGES] as const
export type ResidentLanguage = (typeof RESIDENT_LANGUAGES)[number]

/** Undefined for Dutch, which needs no translation, and for what is no language of residents. */
export function findTranslationLanguage(value: unknown): TranslationLanguage | undefined {
  return TRANSLATION_LANGUAGES.find((language) => language === value)
}

/** For dates, in the digits that stand everywhere else. */
export const RESIDENT_LOCALES: Readonly<Record<ResidentLanguage, string>> = {
  nl: 'nl-NL',
  en: 'en-GB',
  tr: 'tr-TR',
  pl: 'pl-PL',
  uk: 'uk-UA',
  ar: 'ar-u-nu-latn',
}

/** What residents read of a category. */
export interface CategoryTexts {
  readonly name?: string | undefined
  readonly publicName?: string | undefined
  readonly description?: string | undefined
  readonly handlingMessage?: string | undefined
}

export type CategoryTranslations = { readonly [Language in TranslationLanguage]?: CategoryTexts | undefined }

/** Without the texts that are empty and the languages that hold none. */
export function cleanTranslations(given: CategoryTranslations): CategoryTranslations {
  const languages = TRANSLATION_LANGUAGES.map((language) => [language, cleanTexts(given[language])] as const)
  return Object.fromEntries(languages.filter(([, texts]) => Object.keys(texts).length > 0))
}

function cleanTexts(texts: CategoryTexts = {}): CategoryTexts {
  const filled = Object.entries(texts).map(([field, text]) => [field, text?.trim()] as const)
  return Object.fromEntries(filled.filter(([, text]) => text !== undefined && text !== ''))
}

/** The languages in which something differs. */
export function listChangedLanguages(
  before: CategoryTranslations,
  after: CategoryTranslations,
): TranslationLanguage[] {
  return TRANSLATION_LANGUAGES.filter(
    (language) => !isSameJson(before[language] ?? null, after[language] ?? null),
  )
}

export interface TranslatedTexts {
  readonly name: string
  readonly publicName: string | null
  readonly handlingMessage: string | null
  readonly translations: CategoryTranslations
}

/** What a category is called for residents, in their language where it has a name in it. */
export function speakName({ name, publicName, translations }: TranslatedTexts, language: string): string {
  const texts = findTexts(translations, language)
  return texts?.publicName || texts?.name || publicName || name
}

/** What happens when, in the language of the resident where it stands in it. */
export function speakHandling(texts: TranslatedTexts, language: string): string | null {
  return findTexts(texts.translations, language)?.handlingMessage || texts.handlingMessage
}

function findTexts(translations: CategoryTranslations, language: string): CategoryTexts | undefined {
  const known = findTranslationLanguage(language)
  return known && translations[known]
}
