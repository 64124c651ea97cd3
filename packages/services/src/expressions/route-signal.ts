import { chooseRoute, type ExpressionContext, type RoutingRule } from '@signalen/domain'
import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { type RoutingRules, readRoutingRules, type StoredRule } from './read-routing-rules.ts'
import { readRoutingFacts, selectRoutingFacts } from './routing-facts.ts'

/** To whom a rule gave a signal. */
export interface Routed {
  readonly departmentId: number
  readonly userId: number | null
  readonly userEmail: string | null
}

export type RuleWithUser = StoredRule & RoutingRule & { readonly userEmail: string | null }
type Rule = RuleWithUser

/**
 * Gives a signal to the department, and where the rule says so to the person, of the first routing rule that
 * applies. To be called in the transaction that makes or changes the signal; nothing applies, nothing changes.
 */
export async function routeSignal(context: Context, signalId: number): Promise<Routed | undefined> {
  const routing = await readRoutingRules(context.db)
  if (routing.rules.length === 0) return undefined
  const facts = await findFacts(context, signalId, routing)
  if (!facts) return undefined
  const { rule, broken } = chooseRoute(await addUsers(context, routing.rules), facts)
  await stopRules(context, broken)
  return rule && assign(context, signalId, rule)
}

async function findFacts(
  context: Context,
  signalId: number,
  { areas }: RoutingRules,
): Promise<ExpressionContext | undefined> {
  const facts = await selectRoutingFacts(context.db).where('signal.id', '=', signalId).executeTakeFirst()
  return facts && readRoutingFacts(facts, { areas, timeZone: context.settings.timeZone })
}

/** Who works where is not kept in memory: it decides who gets the work now. */
export async function addUsers(context: Context, rules: readonly StoredRule[]): Promise<Rule[]> {
  const ids = rules.flatMap(({ userId }) => userId ?? [])
  const users = ids.length === 0 ? [] : await selectUsers(context, ids)
  return rules.map((rule) => {
    const user = users.find(({ id }) => id === rule.userId)
    return { ...rule, user: user ?? null, userEmail: user?.email ?? null }
  })
}

function selectUsers({ db }: Context, ids: readonly number[]) {
  return db.kysely
    .selectFrom('app_user')
    .select([
      'id',
      'email',
      'is_active as isActive',
      sql<number[]>`array(
        select department_id from ${db.table('user_department')} where user_id = app_user.id
      )`.as('departmentIds'),
    ])
    .where(anyOf('id', ids))
    .execute()
}

/** A rule that can never work as it is stops being tried, until somebody repairs it. */
async function stopRules(context: Context, broken: readonly Rule[]): Promise<void> {
  if (broken.length === 0) return
  const ids = broken.map(({ id }) => id)
  await context.db.kysely
    .updateTable('routing_expression')
    .set({ is_active: false })
    .where(anyOf('id', ids))
    .execute()
  context.log.warn({ routingExpressions: ids }, 'routing rules that cannot work were stopped')
}

async function assign(context: Context, signalId: number, rule: Rule): Promise<Routed> {
  const { departmentId, departmentCode, userId, userEmail } = rule
  const toUser = userId === null ? {} : { assigned_user_id: userId, assigned_user_email: userEmail }
  await context.db.kysely
    .updateTable('signal')
    .set({ routing_department_ids: [departmentId], ...toUser })
    .where('id', '=', signalId)
    .execute()
  const routed = { type: 'routing', departmentCodes: [departmentCode] } as const
  const assigned = { type: 'assignment', email: userEmail } as const
  await appendHistory(
    context,
    (userId === null ? [routed] : [routed, assigned]).map((event) => ({ signalId, createdBy: null, event })),
  )
  return { departmentId, userId, userEmail }
}
