import type { ResidentLanguage } from '../categories/translations.ts'
import type { StatusCode } from '../status/states.ts'
import { type NewsKind, SUBSCRIPTION_WORDS } from './words.ts'

/** What a follower hears of a status: never more than what anyone may know, and never what staff wrote. */
export function describeNews(state: StatusCode, language: ResidentLanguage = 'nl'): string {
  return SUBSCRIPTION_WORDS[language].news[findNewsKind(state)]
}

/** What has come of a report, as far as anyone may know. */
export function findNewsKind(state: StatusCode): NewsKind {
  switch (state) {
    case 'm':
    case 'i':
      return 'waiting'
    case 'ingepland':
      return 'planned'
    case 'o':
      return 'solved'
    case 'a':
      return 'closed'
    case 's':
      return 'divided'
    case 'reopened':
      return 'again'
    case 'b':
    case 'h':
    case 'ready to send':
    case 'closure requested':
    case 'reaction requested':
    case 'reaction received':
    case 'forward to external':
    case 'sent':
    case 'send failed':
    case 'done external':
    case 'reopen requested':
      return 'busy'
  }
}

/** Only a step that a follower can tell apart from the one before is news. */
export function isNews(previous: StatusCode | null, next: StatusCode): boolean {
  return previous !== null && findNewsKind(previous) !== findNewsKind(next)
}
