import { isEmailAddress } from '../contact.ts'
import { countCharacters } from '../text-rules.ts'

export type Validator =
  | { readonly kind: 'email' }
  | { readonly kind: 'maxLength' | 'minLength' | 'max' | 'min'; readonly limit: number }
  | { readonly kind: 'pattern'; readonly pattern: string }

export type TextFault =
  | { readonly code: 'email' | 'number' | 'pattern' }
  | { readonly code: 'maxLength' | 'minLength' | 'max' | 'min'; readonly limit: number }

const SPELLINGS: Readonly<Record<string, 'maxLength' | 'minLength' | 'max' | 'min'>> = {
  maxLength: 'maxLength',
  max_length: 'maxLength',
  minLength: 'minLength',
  min_length: 'minLength',
  max: 'max',
  min: 'min',
}

/** From `"email"`, `["maxLength", 20]` and the like; what is not understood is no rule. */
export function readValidator(value: unknown): Validator | undefined {
  if (value === 'email') return { kind: 'email' }
  if (!Array.isArray(value)) return undefined
  const [name, argument] = value as unknown[]
  if (name === 'pattern' && typeof argument === 'string') return { kind: 'pattern', pattern: argument }
  const kind = typeof name === 'string' && Object.hasOwn(SPELLINGS, name) ? SPELLINGS[name] : undefined
  const limit = Number(argument)
  return kind === undefined || !Number.isFinite(limit) ? undefined : { kind, limit }
}

/** What is wrong with a text that is not empty, or undefined. */
export function findTextFault(text: string, validator: Validator): TextFault | undefined {
  switch (validator.kind) {
    case 'email':
      return isEmailAddress(text) ? undefined : { code: 'email' }
    case 'maxLength':
      return countCharacters(text) > validator.limit ? faultOf(validator) : undefined
    case 'minLength':
      return countCharacters(text) < validator.limit ? faultOf(validator) : undefined
    case 'max':
    case 'min':
      return findNumberFault(text, validator)
    case 'pattern':
      return fitsPattern(text, validator.pattern) ? undefined : { code: 'pattern' }
  }
}

type LimitValidator = Extract<Validator, { limit: number }>

function findNumberFault(text: string, validator: LimitValidator): TextFault | undefined {
  const value = Number(text.replace(',', '.'))
  if (text.trim() === '' || !Number.isFinite(value)) return { code: 'number' }
  const isWrong = validator.kind === 'max' ? value > validator.limit : value < validator.limit
  return isWrong ? faultOf(validator) : undefined
}

function faultOf({ kind, limit }: LimitValidator): TextFault {
  return { code: kind, limit }
}

const LONGEST_PATTERN = 200
const LONGEST_MATCHED = 500

/**
 * Patterns are written by the municipality. One that could take very long (a repeated group, a look
 * back, many open repetitions) is not applied rather than risked.
 */
export function fitsPattern(text: string, pattern: string): boolean {
  const expression = readPattern(pattern)
  return expression === undefined || (text.length <= LONGEST_MATCHED && expression.test(text))
}

/** Whether answers are held against a pattern at all. */
export function isPatternUsed(pattern: string): boolean {
  return pattern !== '' && readPattern(pattern) !== undefined
}

function readPattern(pattern: string): RegExp | undefined {
  const plain = pattern.replace(/\\[^\d]/g, '').replace(/\[[^\]]*\]/g, '')
  const openRepetitions = plain.match(/[*+]|\{\d*,\}/g)?.length ?? 0
  const isRisky =
    pattern.length > LONGEST_PATTERN ||
    openRepetitions > 2 ||
    /\)[*+?{]/.test(plain) ||
    /\\\d|\(\?/.test(plain)
  if (isRisky) return undefined
  try {
    return new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return undefined
  }
}
