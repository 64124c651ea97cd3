import type { PersonIdentity } from './identity.ts'

/** What stands where something about a person was. */
export const REDACTED = '[verwijderd]'

/** Between the digits of a number, as people write it. */
const BETWEEN = '[ ().\\/\\u00a0-]*'

/** Part of a longer word, number or address is something else; in an address of a page a code may stand before. */
const NOT_AFTER_WORD = '(?:(?<![A-Za-z0-9._+-])|(?<=%[0-9A-Fa-f][0-9A-Fa-f]))'
const NOT_BEFORE_WORD = '(?![A-Za-z0-9-])'

export interface Mentions {
  readonly identities: readonly PersonIdentity[]
  /** Names and the like, looked for as whole words. */
  readonly words?: readonly string[]
}

/**
 * A regular expression that finds a person in a text: one source for JavaScript and PostgreSQL, which
 * understand what is used here alike. To be used without regard to capitals. Undefined when there is nothing
 * to look for.
 */
export function findPattern({ identities, words = [] }: Mentions): string | undefined {
  const parts = [
    ...identities.flatMap(({ email }) => (email === null ? [] : [emailPattern(email)])),
    ...identities.flatMap(({ phone }) => (phone === null ? [] : [phonePattern(phone)])),
    ...words.map((word) => `(?<![A-Za-z0-9])${literally(word.trim())}(?![A-Za-z0-9])`),
  ]
  return parts.length === 0 ? undefined : [...new Set(parts)].join('|')
}

/** As it is, as a web page has it, and as the address of a page has it. */
function emailPattern(email: string): string {
  const spellings = new Set([email, escapeHtml(email), encodeURIComponent(email)])
  const either = [...spellings].map(literally).join('|')
  return `${NOT_AFTER_WORD}(?:${either})${NOT_BEFORE_WORD}`
}

function phonePattern(national: string): string {
  const digits = [...national].join(BETWEEN)
  const country = `(?:(?:\\+|00)${BETWEEN})?31${BETWEEN}(?:(?:\\(0\\)|0)${BETWEEN})?`
  const leading = `(?:${country}|\\+|00|0${BETWEEN})?`
  return `(?<![0-9])${leading}${digits}(?![0-9])`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

export function redactText(text: string, pattern: string): string {
  return text.replaceAll(new RegExp(pattern, 'gi'), REDACTED)
}

export function mentionsPerson(text: string, pattern: string): boolean {
  return new RegExp(pattern, 'i').test(text)
}

/** The same for everything in a value: texts, numbers that are such a number, and names of fields. */
export function redactJson(value: unknown, pattern: string): unknown {
  switch (typeof value) {
    case 'string':
      return redactText(value, pattern)
    case 'number':
      return mentionsPerson(String(value), pattern) ? REDACTED : value
    case 'object':
      return redactObject(value, pattern)
    default:
      return value
  }
}

function redactObject(value: object | null, pattern: string): unknown {
  if (value === null) return null
  if (Array.isArray(value)) return value.map((item) => redactJson(item, pattern))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [redactText(name, pattern), redactJson(inner, pattern)]),
  )
}

const EXCERPT = 60

/** The words around the first mention, for someone who must judge what it is about. */
export function excerptOf(text: string, pattern: string): string {
  const found = new RegExp(pattern, 'i').exec(text)
  if (!found) return ''
  const start = Math.max(0, found.index - EXCERPT)
  const end = Math.min(text.length, found.index + found[0].length + EXCERPT)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
