import type { Expression, ExpressionTerm } from './syntax.ts'

export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** One condition of a rule, as it is picked from lists; `code` is what cannot be picked and stays as it is. */
export type RulePick =
  | { readonly kind: 'main' | 'sub'; readonly is: boolean; readonly name: string }
  | { readonly kind: 'district'; readonly code: string }
  | { readonly kind: 'area'; readonly type: string; readonly code: string }
  | { readonly kind: 'days'; readonly days: readonly string[] }
  | { readonly kind: 'from' | 'until'; readonly seconds: number }
  | { readonly kind: 'answer'; readonly key: string; readonly value: string; readonly isOneOfMany: boolean }
  | { readonly kind: 'group'; readonly join: 'and' | 'or'; readonly parts: readonly RulePick[] }
  | { readonly kind: 'code'; readonly expression: Expression }

type Comparison = Extract<Expression, { kind: 'comparison' }>
type Membership = Extract<Expression, { kind: 'membership' }>

export function toPick(expression: Expression): RulePick {
  switch (expression.kind) {
    case 'or':
    case 'and':
      return (
        pickDays(expression) ?? { kind: 'group', join: expression.kind, parts: expression.parts.map(toPick) }
      )
    case 'comparison':
      return pickComparison(expression) ?? { kind: 'code', expression }
    case 'membership':
      return pickMembership(expression) ?? { kind: 'code', expression }
  }
}

/** Undefined for a group of nothing. */
export function toExpression(pick: RulePick): Expression | undefined {
  switch (pick.kind) {
    case 'main':
    case 'sub':
      return compare(pick.kind, pick.is ? '==' : '!=', text(pick.name))
    case 'district':
      return compare('stadsdeel', '==', text(pick.code))
    case 'area':
      return {
        kind: 'membership',
        item: { kind: 'identifier', name: 'location' },
        collection: { kind: 'identifier', name: 'areas' },
        path: [text(pick.type), text(pick.code)],
      }
    case 'days':
      return unite(
        'or',
        pick.days.map((day) => compare('day', '==', text(day))),
      )
    case 'from':
      return compare('time', '>=', { kind: 'time', seconds: pick.seconds })
    case 'until':
      return compare('time', '<', { kind: 'time', seconds: pick.seconds })
    case 'answer':
      return pick.isOneOfMany
        ? {
            kind: 'membership',
            item: text(pick.value),
            collection: { kind: 'identifier', name: pick.key },
            path: [],
          }
        : compare(pick.key, '==', text(pick.value))
    case 'group':
      return unite(
        pick.join,
        pick.parts.flatMap((part) => toExpression(part) ?? []),
      )
    case 'code':
      return pick.expression
  }
}

function pickDays(expression: Extract<Expression, { kind: 'or' | 'and' }>): RulePick | undefined {
  if (expression.kind !== 'or') return undefined
  const days = expression.parts.map(findDay)
  return days.every((day) => day !== undefined) ? { kind: 'days', days } : undefined
}

function findDay(expression: Expression): string | undefined {
  if (expression.kind !== 'comparison' || expression.operator !== '==') return undefined
  const { left, right } = expression
  return isNamed(left, 'day') && right.kind === 'text' ? right.value : undefined
}

function pickComparison({ operator, left, right }: Comparison): RulePick | undefined {
  if (left.kind !== 'identifier') return undefined
  if (left.name === 'time') return pickTime(operator, right)
  if (right.kind !== 'text' || (operator !== '==' && operator !== '!=')) return undefined
  const is = operator === '=='
  if (left.name === 'main' || left.name === 'sub') return { kind: left.name, is, name: right.value }
  if (!is) return undefined
  if (left.name === 'stadsdeel') return { kind: 'district', code: right.value }
  if (left.name === 'day') return { kind: 'days', days: [right.value] }
  return { kind: 'answer', key: left.name, value: right.value, isOneOfMany: false }
}

function pickTime(operator: string, right: ExpressionTerm): RulePick | undefined {
  if (right.kind !== 'time') return undefined
  if (operator === '>=') return { kind: 'from', seconds: right.seconds }
  return operator === '<' ? { kind: 'until', seconds: right.seconds } : undefined
}

function pickMembership({ item, collection, path }: Membership): RulePick | undefined {
  if (collection.kind !== 'identifier') return undefined
  if (item.kind === 'text' && path.length === 0) {
    return { kind: 'answer', key: collection.name, value: item.value, isOneOfMany: true }
  }
  const [type, code] = path
  const isPlace = isNamed(item, 'location') && isNamed(collection, 'areas') && path.length === 2
  return isPlace && type?.kind === 'text' && code?.kind === 'text'
    ? { kind: 'area', type: type.value, code: code.value }
    : undefined
}

function isNamed(term: ExpressionTerm, name: string): boolean {
  return term.kind === 'identifier' && term.name === name
}

function text(value: string) {
  return { kind: 'text', value } as const
}

function compare(name: string, operator: Comparison['operator'], right: ExpressionTerm): Expression {
  return { kind: 'comparison', operator, left: { kind: 'identifier', name }, right }
}

function unite(kind: 'and' | 'or', parts: readonly Expression[]): Expression | undefined {
  return parts.length > 1 ? { kind, parts } : parts[0]
}
