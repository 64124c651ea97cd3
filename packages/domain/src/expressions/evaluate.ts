import { isPointInArea } from './point-in-area.ts'
import {
  type ComparisonOperator,
  type Expression,
  ExpressionError,
  type ExpressionTerm,
  type TextTerm,
} from './syntax.ts'
import { type ExpressionContext, type ExpressionValue, findValueType } from './values.ts'

export type EvaluationResult =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly message: string }

/** Whether the expression holds; a fault in it, such as a name without a value, is told, not thrown. */
export function evaluateExpression(expression: Expression, context: ExpressionContext): EvaluationResult {
  try {
    return { ok: true, value: holds(expression, context) }
  } catch (error) {
    if (error instanceof ExpressionError) return { ok: false, message: error.message }
    throw error
  }
}

/** A rule that cannot be evaluated for a signal does not apply to it. */
export function matchesExpression(expression: Expression, context: ExpressionContext): boolean {
  const result = evaluateExpression(expression, context)
  return result.ok && result.value
}

function holds(expression: Expression, context: ExpressionContext): boolean {
  switch (expression.kind) {
    case 'or':
      return expression.parts.some((part) => holds(part, context))
    case 'and':
      return expression.parts.every((part) => holds(part, context))
    case 'comparison':
      return compare(
        resolve(expression.left, context),
        expression.operator,
        resolve(expression.right, context),
      )
    case 'membership':
      return isMember(expression, context)
  }
}

function resolve(term: ExpressionTerm, context: ExpressionContext): ExpressionValue {
  switch (term.kind) {
    case 'text':
    case 'number':
      return term.value
    case 'time':
      return term
    case 'identifier': {
      const value = context.get(term.name)
      if (value === undefined) throw new ExpressionError(`Could not resolve ident: '${term.name}'`)
      return value
    }
  }
}

function compare(left: ExpressionValue, operator: ComparisonOperator, right: ExpressionValue): boolean {
  if (operator === '==') return isEqual(left, right)
  if (operator === '!=') return !isEqual(left, right)
  const difference = findDifference(left, right)
  if (difference === undefined) throw new ExpressionError(describeUnordered(operator, left, right))
  switch (operator) {
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
  }
}

function isEqual(left: ExpressionValue, right: ExpressionValue): boolean {
  return left === right || findDifference(left, right) === 0
}

function findDifference(left: ExpressionValue, right: ExpressionValue): number | undefined {
  const from = findOrderable(left)
  const to = findOrderable(right)
  if (from === undefined || to === undefined || findValueType(left) !== findValueType(right)) {
    return undefined
  }
  if (from === to) return 0
  return from < to ? -1 : 1
}

function findOrderable(value: ExpressionValue): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value
  return 'kind' in value && value.kind === 'time' ? value.seconds : undefined
}

function describeUnordered(
  operator: ComparisonOperator,
  left: ExpressionValue,
  right: ExpressionValue,
): string {
  return describeUnorderedTypes(operator, findValueType(left), findValueType(right))
}

export function describeUnorderedTypes(operator: ComparisonOperator, left: string, right: string): string {
  return `'${operator}' not supported between '${left}' and '${right}'`
}

function isMember(
  { item, collection, path }: Extract<Expression, { kind: 'membership' }>,
  context: ExpressionContext,
): boolean {
  const sought = resolve(item, context)
  const found = walk(resolve(collection, context), path, context)
  if (typeof sought === 'string') {
    if (!(found instanceof Set)) throw new ExpressionError("Expected a set on the right of 'in'")
    return found.has(sought)
  }
  if (typeof sought === 'object' && 'kind' in sought && sought.kind === 'point') {
    if (!(typeof found === 'object' && 'kind' in found && found.kind === 'area')) {
      throw new ExpressionError("Expected an area on the right of 'in'")
    }
    return isPointInArea(sought.longitude, sought.latitude, found.geometry)
  }
  throw new ExpressionError(`No 'in' handler for type: '${findValueType(sought)}'`)
}

function walk(
  start: ExpressionValue,
  path: readonly TextTerm[],
  context: ExpressionContext,
): ExpressionValue {
  let current = start
  for (const step of path) {
    const key = resolve(step, context)
    if (typeof current !== 'object' || !('get' in current) || typeof key !== 'string') {
      throw new ExpressionError(`No '.' handler for type: '${findValueType(current)}'`)
    }
    const next = current.get(key)
    if (next === undefined) throw new ExpressionError(`Could not find '${key}'`)
    current = next
  }
  return current
}
