import { MESSAGES, tooLong } from './wire-messages.ts'

/** In characters as people count them, not in UTF-16 units. */
export const TEXT_LIMITS = {
  signalText: 3000,
  signalTextExtra: 10_000,
  statusText: 10_000,
  reactionRequestText: 1000,
  mailPreviewText: 3000,
  noteText: 3000,
  categoryText: 10_000,
  caption: 255,
  phone: 17,
  source: 128,
  feedbackText: 1000,
} as const

export interface TextRule {
  readonly limit: number
  readonly mayBeBlank: boolean
}

export type CheckedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly messages: readonly string[] }

/** Text as it is stored: no blanks around it, and nothing that is half a character. */
export function cleanText(text: string): string {
  return text.toWellFormed().trim()
}

export function checkText(input: string, rule: TextRule): CheckedText {
  const text = cleanText(input)
  if (text.includes('\0')) return { ok: false, messages: [MESSAGES.nullCharacters] }
  if (text === '' && !rule.mayBeBlank) return { ok: false, messages: [MESSAGES.blank] }
  if (isLongerThan(text, rule.limit)) return { ok: false, messages: [tooLong(rule.limit)] }
  return { ok: true, text }
}

export function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && countCharacters(text) > limit
}

export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The database cannot store NUL, however deep inside a JSON value. */
export function hasNullCharacter(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (Array.isArray(value)) return value.some(hasNullCharacter)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || hasNullCharacter(inner))
}
