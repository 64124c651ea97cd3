import { chooseReadRule, parseExpression, type ReadRule, type RoutingRule, readRules } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { type RoutingAreas, readAreas, readRoutingRules } from './read-routing-rules.ts'
import { addUsers, type RuleWithUser } from './route-signal.ts'
import { readRoutingFacts, selectRoutingFacts } from './routing-facts.ts'

export interface RouteTrial {
  readonly code: string
  readonly departmentId: number
  readonly order: number
  /** The rule that it would take the place of; undefined for a new one. */
  readonly expressionId?: number | undefined
}

export interface RouteTrialResult {
  readonly from: Date
  /** How many reports were looked at. */
  readonly count: number
  /** There were more in the month: only the newest were looked at. */
  readonly isCapped: boolean
  /** How many the rule would have taken. */
  readonly matches: number
  /** Of these, how many would have gone elsewhere than they would without it. */
  readonly moves: number
  /** The newest of those. */
  readonly examples: readonly RouteExample[]
}

export interface RouteExample {
  readonly id: number
  readonly createdAt: Date
  readonly category: string
  /** To which departments it would have gone without the rule. */
  readonly from: readonly string[]
}

const DAYS = 30
const MOST_REPORTS = 10_000
const PIECE = 500
const MOST_EXAMPLES = 10

/**
 * What a rule would have done with the reports of the past month, among the rules that are on now. Nothing is
 * changed. It is done in pieces, so that others are served in between.
 */
export async function tryRoute(context: Context, trial: RouteTrial): Promise<RouteTrialResult> {
  const fault = parseExpression(trial.code)
  if (!fault.ok) throw invalid({ code: [fault.error.message] })
  const from = new Date(context.clock.now().getTime() - DAYS * 86_400_000)
  const routes = await readRoutes(context, trial)
  const tally = { count: 0, matches: 0, moves: 0, examples: [] as RouteExample[] }
  let before: number | undefined
  while (tally.count < MOST_REPORTS) {
    const reports = await readReports(context, { from, before })
    for (const report of reports) weigh(report, { routes, tally, timeZone: context.settings.timeZone })
    const last = reports.at(-1)
    if (!last || reports.length < PIECE) return { from, ...tally, isCapped: false }
    before = last.id
    await new Promise(setImmediate)
  }
  return { from, ...tally, isCapped: true }
}

interface Routes {
  readonly withoutIt: readonly ReadRule<RuleWithUser>[]
  readonly withIt: readonly ReadRule<RuleWithUser | Tried>[]
  readonly areas: RoutingAreas
  readonly departmentId: number
  readonly departmentCodes: ReadonlyMap<number, string>
}

/** The rule that is tried is told by having no name. */
type Tried = RoutingRule & { readonly name: null; readonly order: number }

async function readRoutes(context: Context, trial: RouteTrial): Promise<Routes> {
  const { rules } = await readRoutingRules(context.db)
  const active = await addUsers(context, rules)
  const others = active.filter(({ expressionId }) => expressionId !== trial.expressionId)
  const tried: Tried = {
    id: 0,
    name: null,
    code: trial.code,
    departmentId: trial.departmentId,
    order: trial.order,
    user: null,
  }
  const found = others.findIndex(({ order }) => order > trial.order)
  const place = found < 0 ? others.length : found
  const chain: (RuleWithUser | Tried)[] = [...others.slice(0, place), tried, ...others.slice(place)]
  const withIt = readRules(chain)
  return {
    withoutIt: readRules(others),
    withIt,
    areas: await readAreas(
      context.db,
      withIt.map(({ expression }) => expression),
    ),
    departmentId: trial.departmentId,
    departmentCodes: await readDepartmentCodes(context),
  }
}

async function readDepartmentCodes({ db }: Context): Promise<Map<number, string>> {
  const rows = await db.kysely.selectFrom('department').select(['id', 'code']).execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

type Report = Awaited<ReturnType<typeof readReports>>[number]

function readReports(
  { db }: Context,
  { from, before }: { readonly from: Date; readonly before: number | undefined },
) {
  const query = selectRoutingFacts(db)
    .select([
      'signal.id',
      'signal.created_at',
      sql<number[]>`array(
        select department_id from ${db.table('category_department')} link
        where link.category_id = signal.category_id and link.is_responsible order by department_id
      )`.as('responsible'),
    ])
    .where('signal.created_at', '>=', from)
    .orderBy('signal.id', 'desc')
    .limit(PIECE)
  return (before === undefined ? query : query.where('signal.id', '<', before)).execute()
}

interface Tally {
  count: number
  matches: number
  moves: number
  readonly examples: RouteExample[]
}

function weigh(
  report: Report,
  { routes, tally, timeZone }: { readonly routes: Routes; readonly tally: Tally; readonly timeZone: string },
): void {
  tally.count += 1
  const facts = readRoutingFacts(report, { areas: routes.areas, timeZone })
  const chosen = chooseReadRule(routes.withIt, facts)
  if (chosen?.id !== 0) return
  tally.matches += 1
  const other = chooseReadRule(routes.withoutIt, facts)
  const from = other ? [other.departmentId] : report.responsible
  if (from.length === 1 && from[0] === routes.departmentId) return
  tally.moves += 1
  if (tally.examples.length >= MOST_EXAMPLES) return
  tally.examples.push({
    id: report.id,
    createdAt: report.created_at,
    category: report.sub_name,
    from: from.flatMap((id) => routes.departmentCodes.get(id) ?? []),
  })
}
