import type { ExtraProperty } from '../signals/extra-properties.ts'
import type { Position } from '../signals/place.ts'
import { DEFAULT_TIME_ZONE, findWeekday, toLocalTime } from '../time/local-time.ts'
import { matchesExpression } from './evaluate.ts'
import { parseExpression } from './parse.ts'
import type { Expression } from './syntax.ts'
import type { ExpressionContext, ExpressionDictionary, ExpressionValue } from './values.ts'

export const ROUTING_EXPRESSION_TYPE = 'routing'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

export interface RoutingFacts {
  readonly subCategoryName: string
  readonly mainCategoryName: string
  readonly position: Position
  readonly district: string | null
  readonly incidentStart: Date
  /** By name of the type, then by code of the area. */
  readonly areas: ExpressionDictionary
  readonly extraProperties: readonly ExtraProperty[]
  readonly timeZone?: string
}

/** What the expressions of routing rules may ask about a signal. */
export function createRoutingContext(facts: RoutingFacts): ExpressionContext {
  const local = toLocalTime(facts.incidentStart, facts.timeZone ?? DEFAULT_TIME_ZONE)
  const [longitude, latitude] = facts.position
  const context = new Map<string, ExpressionValue>()
  for (const { id, answer } of facts.extraProperties) {
    const value = toExpressionValue(answer)
    if (value !== undefined) context.set(id, value)
  }
  // Set last, so that no answer takes the place of a fact.
  context.set('sub', facts.subCategoryName)
  context.set('main', facts.mainCategoryName)
  context.set('location', { kind: 'point', longitude, latitude })
  context.set('stadsdeel', facts.district ?? '')
  context.set('time', { kind: 'time', seconds: Math.floor(local.millisecondOfDay / 1000) })
  context.set('day', WEEKDAYS[findWeekday(local.day)] ?? '')
  context.set('areas', facts.areas)
  return context
}

function toExpressionValue(answer: unknown): ExpressionValue | undefined {
  if (Array.isArray(answer)) return new Set(answer.map(toText).filter((text) => text !== undefined))
  return typeof answer === 'number' ? answer : toText(answer)
}

/** Of an answer that was chosen, rules know the words that people saw. */
function toText(answer: unknown): string | undefined {
  if (typeof answer === 'string') return answer
  if (typeof answer === 'number') return String(answer)
  if (typeof answer === 'boolean') return answer ? 'ja' : 'nee'
  if (typeof answer !== 'object' || answer === null) return undefined
  const { label, value } = answer as { readonly label?: unknown; readonly value?: unknown }
  const shown = label || value
  return typeof shown === 'object' ? undefined : toText(shown)
}

export interface RoutingRule {
  readonly id: number
  readonly code: string
  readonly departmentId: number
  readonly user: {
    readonly id: number
    readonly isActive: boolean
    readonly departmentIds: readonly number[]
  } | null
}

export interface RoutingDecision<Rule extends RoutingRule> {
  readonly rule: Rule | undefined
  /** Rules that can never work as they are: their user is gone, or their code is no expression. */
  readonly broken: readonly Rule[]
}

/** The first rule that applies, of active rules in their order. */
export function chooseRoute<Rule extends RoutingRule>(
  rules: readonly Rule[],
  context: ExpressionContext,
): RoutingDecision<Rule> {
  const broken: Rule[] = []
  for (const rule of rules) {
    const expression = readRule(rule)
    if (expression === undefined) broken.push(rule)
    else if (matchesExpression(expression, context)) return { rule, broken }
  }
  return { rule: undefined, broken }
}

export interface ReadRule<Rule extends RoutingRule> {
  readonly rule: Rule
  readonly expression: Expression
}

/** The rules that can work, ready to be asked about many signals. */
export function readRules<Rule extends RoutingRule>(rules: readonly Rule[]): ReadRule<Rule>[] {
  return rules.flatMap((rule) => {
    const expression = readRule(rule)
    return expression === undefined ? [] : [{ rule, expression }]
  })
}

/** As `chooseRoute`, of rules that were read before. */
export function chooseReadRule<Rule extends RoutingRule>(
  rules: readonly ReadRule<Rule>[],
  context: ExpressionContext,
): Rule | undefined {
  return rules.find(({ expression }) => matchesExpression(expression, context))?.rule
}

function readRule(rule: RoutingRule): Expression | undefined {
  const parsed = parseExpression(rule.code)
  return parsed.ok && findRoutingUserFault(rule) === undefined ? parsed.expression : undefined
}

/** Work goes to people who are there, in the department that gets it. */
export function findRoutingUserFault(
  rule: Pick<RoutingRule, 'departmentId' | 'user'>,
): 'inactive' | 'not in department' | undefined {
  if (rule.user === null) return undefined
  if (!rule.user.isActive) return 'inactive'
  return rule.user.departmentIds.includes(rule.departmentId) ? undefined : 'not in department'
}

/** The same in the words that administrators already know. */
export function describeRoutingUserFault(
  fault: 'inactive' | 'not in department',
  names: { readonly user: string; readonly department: string },
): string {
  return fault === 'inactive'
    ? `${names.user} is not active`
    : `${names.user} is not part of department ${names.department}`
}
