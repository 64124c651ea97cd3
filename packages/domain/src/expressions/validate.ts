import { describeUnorderedTypes } from './evaluate.ts'
import { parseExpression } from './parse.ts'
import { type Expression, ExpressionError, type ExpressionTerm } from './syntax.ts'
import type { IdentifierType } from './values.ts'

/** The names that may be used, and what they stand for. */
export type DeclaredIdentifiers = ReadonlyMap<string, IdentifierType>

/** What is wrong with code, checked without running it, or undefined. */
export function findExpressionFault(
  code: string,
  identifiers: DeclaredIdentifiers,
): ExpressionError | undefined {
  const parsed = parseExpression(code)
  if (!parsed.ok) return parsed.error
  const message = findFault(parsed.expression, identifiers)
  return message === undefined ? undefined : new ExpressionError(message)
}

function findFault(expression: Expression, identifiers: DeclaredIdentifiers): string | undefined {
  switch (expression.kind) {
    case 'or':
    case 'and':
      return expression.parts.map((part) => findFault(part, identifiers)).find((fault) => fault !== undefined)
    case 'comparison':
      return findComparisonFault(expression, identifiers)
    case 'membership':
      return findMembershipFault(expression, identifiers)
  }
}

function findComparisonFault(
  { operator, left, right }: Extract<Expression, { kind: 'comparison' }>,
  identifiers: DeclaredIdentifiers,
): string | undefined {
  const unknown = findUnknown([left, right], identifiers)
  if (unknown !== undefined) return unknown
  if (operator === '==' || operator === '!=') return undefined
  const leftType = findType(left, identifiers)
  const rightType = findType(right, identifiers)
  const isOrdered = leftType === 'str' || leftType === 'number' || leftType === 'time'
  return isOrdered && leftType === rightType
    ? undefined
    : describeUnorderedTypes(operator, leftType, rightType)
}

/** What stands in a dictionary is known only when the rule runs. */
function findMembershipFault(
  { item, collection, path }: Extract<Expression, { kind: 'membership' }>,
  identifiers: DeclaredIdentifiers,
): string | undefined {
  const unknown = findUnknown([item, collection, ...path], identifiers)
  if (unknown !== undefined) return unknown
  const itemType = findType(item, identifiers)
  const collectionType = findType(collection, identifiers)
  if (itemType !== 'str' && itemType !== 'point') return `No 'in' handler for type: '${itemType}'`
  if (path.length > 0) {
    return collectionType === 'dict' ? undefined : `No '.' handler for type: '${collectionType}'`
  }
  if (itemType === 'str' && collectionType !== 'set') return "Expected a set on the right of 'in'"
  return itemType === 'point' ? "Expected an area on the right of 'in'" : undefined
}

function findUnknown(terms: readonly ExpressionTerm[], identifiers: DeclaredIdentifiers): string | undefined {
  for (const term of terms) {
    if (term.kind === 'identifier' && !identifiers.has(term.name)) {
      return `Could not resolve ident: '${term.name}'`
    }
  }
  return undefined
}

function findType(term: ExpressionTerm, identifiers: DeclaredIdentifiers): IdentifierType | 'unknown' {
  switch (term.kind) {
    case 'text':
      return 'str'
    case 'identifier':
      return identifiers.get(term.name) ?? 'unknown'
    default:
      return term.kind
  }
}

export interface AreaReference {
  readonly typeName: string
  readonly code: string
}

/** The areas that an expression names, so that only those need to be loaded. */
export function listAreaReferences(expression: Expression): AreaReference[] {
  if (expression.kind === 'or' || expression.kind === 'and') {
    return expression.parts.flatMap(listAreaReferences)
  }
  if (expression.kind !== 'membership') return []
  const [typeName, code] = expression.path
  return typeName?.kind === 'text' && code?.kind === 'text'
    ? [{ typeName: typeName.value, code: code.value }]
    : []
}
