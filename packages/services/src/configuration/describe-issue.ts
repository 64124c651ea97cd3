import type { z } from 'zod'
import type { JsonPath } from './located-json.ts'

export interface DescribedIssue {
  readonly at: JsonPath
  readonly reason: string
}

/** What zod found, in words for the person who wrote the file. */
export function describeIssue(issue: z.core.$ZodIssue): DescribedIssue[] {
  const at = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ at: [...at, key], reason: `"${key}" is not known here` }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return describeUnion(issue, at)
  return [{ at, reason: reasonOf(issue) }]
}

/** Of the forms that a value may have, the one that fits best is the one that was meant. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, at: JsonPath): DescribedIssue[] {
  const [nearest] = [...issue.errors].sort((left, right) => left.length - right.length)
  return (nearest ?? []).flatMap(describeIssue).map((inner) => ({ ...inner, at: [...at, ...inner.at] }))
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && isMissing(issue.message)
        ? 'is missing'
        : `must be ${articleOf(issue.expected)}`
    case 'invalid_value':
      return `must be one of: ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_big':
      return `is too ${issue.origin === 'number' || issue.origin === 'int' ? 'large' : 'long'}: at most ${issue.maximum}`
    case 'too_small':
      return tooSmall(issue)
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : `is not a valid ${issue.format}`
    default:
      return issue.message
  }
}

function isMissing(message: string): boolean {
  return message.includes('undefined')
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === 'string' && issue.minimum === 1) return 'may not be empty'
  if (issue.origin === 'number' || issue.origin === 'int') return `is too small: at least ${issue.minimum}`
  return issue.message.startsWith('is ') ? issue.message : `needs at least ${issue.minimum}`
}

function articleOf(type: string): string {
  switch (type) {
    case 'string':
      return 'a text'
    case 'boolean':
      return 'true or false'
    case 'number':
      return 'a number'
    case 'int':
      return 'a whole number'
    case 'array':
    case 'tuple':
      return 'a list'
    case 'object':
    case 'record':
      return 'an object'
    default:
      return `of type ${type}`
  }
}
