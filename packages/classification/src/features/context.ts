export type Place = 'water' | 'park' | 'road'

export interface ReportContext {
  /** What lies at the place of the report, as the map knows it. */
  readonly place?: Place
  /** Kinds of object that the reporter chose on the map, such as "glascontainer" or "lantaarnpaal". */
  readonly objects?: readonly string[]
  /** 1 for January up to 12. */
  readonly month?: number
}

interface ContextRule {
  readonly place?: Place
  readonly months?: readonly number[]
  readonly categories: RegExp
  readonly score: number
}

/** What place and time of year say, in the same measure as the words do; small, so that words win. */
const CONTEXT_RULES: readonly ContextRule[] = [
  { place: 'water', categories: /^overlast-op-het-water\/|drijfvuil|steiger|olie-op-het-water/, score: 0.8 },
  { place: 'water', categories: /^civiele-constructies\/|personen-op-het-water/, score: 0.4 },
  { place: 'park', categories: /^openbaar-groen-en-water\//, score: 0.5 },
  { place: 'road', categories: /^wegen-verkeer-straatmeubilair\/|gladheid-olie/, score: 0.4 },
  { months: [11, 12, 1], categories: /vuurwerk/, score: 0.6 },
  { months: [12, 1, 2], categories: /kerstbomen/, score: 0.6 },
  { months: [4, 5, 6, 7, 8, 9, 10], categories: /kerstbomen/, score: -1 },
  { months: [11, 12, 1, 2, 3], categories: /gladheid(?!-olie|-bladeren)/, score: 0.5 },
  { months: [5, 6, 7, 8, 9], categories: /gladheid(?!-olie|-bladeren)/, score: -1 },
  { months: [9, 10, 11, 12], categories: /gladheid-bladeren/, score: 0.5 },
  { months: [4, 5, 6, 7, 8], categories: /eikenprocessierups/, score: 0.5 },
  { months: [5, 6, 7, 8, 9], categories: /wespen|maaien|onkruid|terrassen/, score: 0.3 },
]

export function findContextScore(category: string, context: ReportContext): number {
  if (context.place === undefined && context.month === undefined) return 0
  return CONTEXT_RULES.filter((rule) => applies(rule, context) && rule.categories.test(category)).reduce(
    (sum, rule) => sum + rule.score,
    0,
  )
}

function applies(rule: ContextRule, context: ReportContext): boolean {
  if (rule.place !== undefined) return rule.place === context.place
  return context.month !== undefined && rule.months?.includes(context.month) === true
}
