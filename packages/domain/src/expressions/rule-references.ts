import { parseExpression } from './parse.ts'
import type { Expression, ExpressionTerm } from './syntax.ts'

/** Something that a rule may name, and that can be renamed or removed elsewhere. */
export type RuleSubject =
  | { readonly kind: 'main' | 'sub'; readonly name: string }
  | { readonly kind: 'district'; readonly code: string }
  | { readonly kind: 'area'; readonly typeName: string; readonly code: string }
  /** The words of one answer to a question; without words every rule that asks about the question. */
  | { readonly kind: 'answer'; readonly key: string; readonly value?: string | undefined }

/** The rules that name something: they no longer apply once it is called otherwise, or gone. */
export function findRulesNaming<Rule extends { readonly code: string }>(
  rules: readonly Rule[],
  subject: RuleSubject,
): Rule[] {
  return rules.filter(({ code }) => {
    const parsed = parseExpression(code)
    return parsed.ok && names(parsed.expression, subject)
  })
}

function names(expression: Expression, subject: RuleSubject): boolean {
  switch (expression.kind) {
    case 'or':
    case 'and':
      return expression.parts.some((part) => names(part, subject))
    case 'comparison':
      return (
        comparesTo(expression.left, expression.right, subject) ||
        comparesTo(expression.right, expression.left, subject)
      )
    case 'membership':
      return isMemberOf(expression, subject)
  }
}

function comparesTo(left: ExpressionTerm, right: ExpressionTerm, subject: RuleSubject): boolean {
  if (left.kind !== 'identifier') return false
  const words = right.kind === 'text' ? right.value : undefined
  switch (subject.kind) {
    case 'main':
    case 'sub':
      return left.name === subject.kind && words === subject.name
    case 'district':
      return left.name === 'stadsdeel' && words === subject.code
    case 'area':
      return false
    case 'answer':
      return left.name === subject.key && (subject.value === undefined || words === subject.value)
  }
}

function isMemberOf(
  { item, collection, path }: Extract<Expression, { kind: 'membership' }>,
  subject: RuleSubject,
): boolean {
  if (collection.kind !== 'identifier') return false
  if (subject.kind === 'area') {
    const [type, code] = path
    const isThere = type?.kind === 'text' && code?.kind === 'text' && collection.name === 'areas'
    return isThere && type.value === subject.typeName && code.value === subject.code
  }
  if (subject.kind !== 'answer' || collection.name !== subject.key) return false
  return subject.value === undefined || (item.kind === 'text' && item.value === subject.value)
}

export interface AnsweredQuestion {
  readonly key: string
  /** The words of its answers, as residents see them. */
  readonly answers: readonly string[]
}

/** Answers that can no longer be given: those of a question that is gone, and words that became other words. */
export function findLostAnswers(
  before: readonly AnsweredQuestion[],
  after: readonly AnsweredQuestion[],
): (RuleSubject & { readonly kind: 'answer' })[] {
  return before.flatMap(({ key, answers }) => {
    const now = after.find((question) => question.key === key)
    if (!now) return [{ kind: 'answer' as const, key }]
    return answers
      .filter((answer) => !now.answers.includes(answer))
      .map((value) => ({ kind: 'answer' as const, key, value }))
  })
}
