import type { UrgencyRuleAnswer } from '@signalen/contract'

/** A rule of danger as it is typed: words on lines. */
export interface RuleInput {
  readonly nameNl: string
  readonly nameEn: string
  readonly phrases: string
  readonly unless: string
  readonly effect: UrgencyRuleAnswer['effect']
  readonly isActive: boolean
}

export const EMPTY_RULE: RuleInput = {
  nameNl: '',
  nameEn: '',
  phrases: '',
  unless: '',
  effect: 'high-priority',
  isActive: true,
}

export function toRuleInput(rule: UrgencyRuleAnswer): RuleInput {
  return {
    nameNl: rule.name.nl,
    nameEn: rule.name.en,
    phrases: rule.phrases.join('\n'),
    unless: rule.unless.join('\n'),
    effect: rule.effect,
    isActive: rule.is_active,
  }
}

export type RuleFault = 'name' | 'phrases' | 'phrases-words' | 'unless-words'

export function findRuleFault({ nameNl, phrases, unless }: RuleInput): RuleFault | undefined {
  if (nameNl.trim() === '') return 'name'
  if (listLines(phrases).length === 0) return 'phrases'
  if (!listLines(phrases).every(hasWord)) return 'phrases-words'
  return listLines(unless).every(hasWord) ? undefined : 'unless-words'
}

/** The rule as it is sent: a new one gets an id after its name that no other has. */
export function toRule(input: RuleInput, id: string): UrgencyRuleAnswer {
  const nl = input.nameNl.trim()
  return {
    id,
    name: { nl, en: input.nameEn.trim() || nl },
    phrases: listLines(input.phrases),
    unless: listLines(input.unless),
    effect: input.effect,
    is_active: input.isActive,
  }
}

export function chooseRuleId(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'regel'
  if (!taken.includes(base)) return base
  const numbered = Array.from({ length: taken.length + 1 }, (_, index) => `${base}-${index + 2}`)
  return numbered.find((id) => !taken.includes(id)) ?? base
}

function listLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function hasWord(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line)
}
