import { normaliseText } from '../text/normalise.ts'
import { DEFAULT_URGENCY_RULES, type UrgencyEffect, type UrgencyRule } from './rules.ts'

export interface UrgencyMatch {
  readonly rule: UrgencyRule
  /** The words of the text that made the rule apply, as they were read. */
  readonly found: string
}

export interface Urgency {
  readonly matches: readonly UrgencyMatch[]
  readonly effects: readonly UrgencyEffect[]
}

const DENIALS = new Set(['geen', 'niet', 'zonder', 'no', 'not', 'without', 'nooit', 'never'])
const DENIAL_REACH = 2

/** Which rules of danger the text meets. Every answer names the rule and the words; there is no score. */
export function findUrgency(text: string, rules: readonly UrgencyRule[] = DEFAULT_URGENCY_RULES): Urgency {
  const words = normaliseText(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const matches = rules.flatMap((rule) => {
    if (!rule.isActive || rule.unless?.some((one) => findPhrase(words, one) !== undefined)) return []
    const found = rule.phrases.map((one) => findPhrase(words, one)).find((one) => one !== undefined)
    return found === undefined ? [] : [{ rule, found }]
  })
  return { matches, effects: [...new Set(matches.map((one) => one.rule.effect))] }
}

function findPhrase(words: readonly string[], phrase: string): string | undefined {
  const parts = normaliseText(phrase).split(/\s+/).filter(Boolean)
  if (parts.length === 0) return undefined
  for (let start = 0; start + parts.length <= words.length; start++) {
    if (!parts.every((part, at) => fits(words[start + at] ?? '', part))) continue
    if (!isDenied(words, start)) return words.slice(start, start + parts.length).join(' ')
  }
  return undefined
}

function fits(word: string, part: string): boolean {
  const bare = part.replaceAll('*', '')
  if (bare === '') return false
  if (part.startsWith('*') && part.endsWith('*')) return word.includes(bare)
  if (part.startsWith('*')) return word.endsWith(bare)
  return part.endsWith('*') ? word.startsWith(bare) : word === bare
}

/** "No smell of gas" is not a smell of gas. */
function isDenied(words: readonly string[], start: number): boolean {
  return words.slice(Math.max(0, start - DENIAL_REACH), start).some((word) => DENIALS.has(word))
}
