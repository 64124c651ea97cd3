import { isSameJson, TRANSLATION_LANGUAGES, type TranslationLanguage } from '@signalen/domain'
import type { Category } from '../../api/wire.ts'

export interface TranslationInput {
  /** Not asked for on screen, and kept. */
  readonly name: string
  readonly publicName: string
  readonly description: string
  readonly handlingMessage: string
}

export type TranslationsInput = Readonly<Record<TranslationLanguage, TranslationInput>>

export function toTranslationsInput({ translations }: Pick<Category, 'translations'>): TranslationsInput {
  const inputs = TRANSLATION_LANGUAGES.map((language) => {
    const texts = translations?.[language]
    const input: TranslationInput = {
      name: texts?.name ?? '',
      publicName: texts?.public_name ?? '',
      description: texts?.description ?? '',
      handlingMessage: texts?.handling_message ?? '',
    }
    return [language, input]
  })
  return Object.fromEntries(inputs)
}

/** Undefined while nothing of it was changed; else all of it, as it takes the place of what was there. */
export function findNewTranslations(before: TranslationsInput, after: TranslationsInput) {
  if (isSameJson(before, after)) return undefined
  const languages = TRANSLATION_LANGUAGES.map((language) => {
    const { name, publicName, description, handlingMessage } = after[language]
    const texts = { name, public_name: publicName, description, handling_message: handlingMessage }
    const filled = Object.entries(texts).map(([field, text]) => [field, text.trim()])
    return [language, Object.fromEntries(filled.filter(([, text]) => text !== ''))] as const
  })
  return Object.fromEntries(languages.filter(([, texts]) => Object.keys(texts).length > 0))
}
