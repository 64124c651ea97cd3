import type { MessagesLike, ReportLanguage } from '@signalen/ui'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { tr } from './tr.ts'
import { withFallback } from './translation.ts'
import { uk } from './uk.ts'

export type Messages = MessagesLike<typeof nl>

export const MESSAGES: Readonly<Record<ReportLanguage, Messages>> = {
  nl,
  en,
  tr: withFallback(en, tr),
  pl: withFallback(en, pl),
  uk: withFallback(en, uk),
  ar: withFallback(en, ar),
}

/** Pages that are not of the report itself are in these two only; who reads another language gets English. */
export function languageOfPage(chosen: ReportLanguage, path: string): ReportLanguage {
  const isReport = path === '/' || path === '/zonder-verbinding' || path.startsWith('/melden/')
  return isReport || chosen === 'nl' ? chosen : 'en'
}

/** What municipalities write is Dutch; undefined where the page is too. */
export function textLangFor(language: ReportLanguage): string | undefined {
  return language === 'nl' ? undefined : 'nl'
}
