import type { Language, MessagesLike } from '@signalen/ui'
import { en } from './en.ts'
import { nl } from './nl.ts'

export type Messages = MessagesLike<typeof nl>

export const MESSAGES: Readonly<Record<Language, Messages>> = { nl, en }

/** What municipalities write is Dutch; undefined where the page is too. */
export function textLangFor(language: Language): string | undefined {
  return language === 'nl' ? undefined : 'nl'
}
