import type { MunicipalityHandle } from '@signalen/database'
import {
  type Actor,
  describeRoutingUserFault,
  type ExpressionChange,
  findRoutingUserFault,
} from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { invalid, invalidWhole, notFound } from '../problem.ts'
import { recordObjectChange } from '../settings/object-history.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { unknownPk } from '../unknown-pk.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { type ExpressionView, getExpression } from './expressions.ts'

/** The names are those of the v1 API; `routing_department` can be written since this version of it. */
export interface ExpressionInput {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly type?: string | undefined
  /** Null takes the route away; absent leaves it as it is. */
  readonly routing_department?: RouteInput | null | undefined
}

export interface RouteInput {
  readonly department: { readonly id: number }
  readonly user_email?: string | null | undefined
  readonly order?: number | undefined
  readonly is_active?: boolean | undefined
}

/** The code may be no expression: it is kept as it is, shown as broken, and applies to nothing. */
export async function createExpression(
  context: Context,
  actor: Actor,
  input: ExpressionInput & { readonly name: string; readonly code: string; readonly type: string },
): Promise<ExpressionView> {
  const typeId = await getTypeId(context, input.type)
  const route = await findRoute(context, input.routing_department)
  return saving(context, actor, undefined, async (db) => {
    const { id } = await db.kysely
      .insertInto('expression')
      .values({ name: input.name, code: input.code, expression_type_id: typeId })
      .returning('id')
      .executeTakeFirstOrThrow()
    await replaceRoute(db, id, route)
    return id
  })
}

export async function updateExpression(
  context: Context,
  actor: Actor,
  { id, input }: { readonly id: number; readonly input: ExpressionInput },
): Promise<ExpressionView> {
  const before = await getExpression(context, id)
  const typeId = await getTypeId(context, input.type ?? before.type)
  const route = await findRoute(context, input.routing_department)
  return saving(context, actor, before, async (db) => {
    const { name, code } = input
    await db.kysely
      .updateTable('expression')
      .set({ ...withoutUndefined({ name, code }), expression_type_id: typeId })
      .where('id', '=', id)
      .execute()
    await replaceRoute(db, id, route)
    return id
  })
}

export async function deleteExpression({ db }: Context, id: number): Promise<void> {
  const { numDeletedRows } = await db.kysely.deleteFrom('expression').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('Expression')
}

/** Saves, and keeps what became of it beside what it was before. */
async function saving(
  context: Context,
  actor: Actor,
  before: ExpressionView | undefined,
  save: (db: MunicipalityHandle) => Promise<number>,
): Promise<ExpressionView> {
  try {
    return await context.db.transaction(async (db) => {
      const id = await save(db)
      const after = await getExpression({ db }, id)
      const at = context.clock.now()
      await recordObjectChange(db, {
        kind: 'expression',
        id,
        change: findExpressionChange(before, after),
        at,
        by: actor.email,
      })
      return after
    })
  } catch (error) {
    if (!isUniqueViolation(error, 'expression_name_uq')) throw error
    throw invalidWhole('De velden name, type moeten een unieke set zijn.')
  }
}

async function getTypeId({ db }: Context, name: string): Promise<number> {
  const type = await db.kysely
    .selectFrom('expression_type')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (!type) throw invalidWhole(`type: ${name} does not exists`)
  return type.id
}

interface FoundRoute {
  readonly department_id: number
  readonly user_id: number | null
  readonly order: number
  readonly is_active: boolean
}

async function findRoute(
  context: Context,
  input: RouteInput | null | undefined,
): Promise<FoundRoute | null | undefined> {
  if (!input) return input
  const department = await context.db.kysely
    .selectFrom('department')
    .select(['id', 'name'])
    .where(sql<boolean>`id = ${input.department.id}::bigint`)
    .executeTakeFirst()
  if (!department) {
    throw invalid({ routing_department: { department: { id: [unknownPk(input.department.id)] } } })
  }
  const { order = 0, is_active = false } = input
  const user = input.user_email ? await getUser(context, input.user_email) : null
  const fault = is_active ? findRoutingUserFault({ departmentId: department.id, user }) : undefined
  if (fault !== undefined && user) {
    const message = describeRoutingUserFault(fault, { user: user.email, department: department.name })
    throw invalid({ routing_department: { user_email: [message] } })
  }
  return { department_id: department.id, user_id: user?.id ?? null, order, is_active }
}

async function getUser({ db }: Context, email: string) {
  const user = await db.kysely
    .selectFrom('app_user')
    .select(['id', 'email', 'is_active as isActive'])
    .select(
      sql<number[]>`array(
        select department_id from ${db.table('user_department')} where user_id = app_user.id
      )`.as('departmentIds'),
    )
    .where(sql<boolean>`lower(username) = lower(${email})`)
    .executeTakeFirst()
  if (!user) throw invalid({ routing_department: { user_email: [`Gebruiker ${email} bestaat niet.`] } })
  return user
}

async function replaceRoute(
  db: MunicipalityHandle,
  expressionId: number,
  route: FoundRoute | null | undefined,
): Promise<void> {
  if (route === undefined) return
  if (route === null) {
    await db.kysely.deleteFrom('routing_expression').where('expression_id', '=', expressionId).execute()
    return
  }
  await db.kysely
    .insertInto('routing_expression')
    .values({ expression_id: expressionId, ...route })
    .onConflict((conflict) => conflict.constraint('routing_expression_expression_uq').doUpdateSet(route))
    .execute()
}

const FACTS = {
  name: ({ name }: ExpressionView) => name,
  code: ({ code }: ExpressionView) => code,
  department: ({ route }: ExpressionView) => route?.department.name ?? null,
  user: ({ route }: ExpressionView) => route?.userEmail ?? null,
  order: ({ route }: ExpressionView) => route?.order ?? 0,
  isActive: ({ route }: ExpressionView) => route?.isActive ?? false,
} as const satisfies Record<keyof ExpressionChange, (view: ExpressionView) => unknown>

function findExpressionChange(before: ExpressionView | undefined, after: ExpressionView): ExpressionChange {
  const facts = Object.entries(FACTS).map(
    ([name, read]) => [name, before && read(before), read(after)] as const,
  )
  return Object.fromEntries(
    facts.filter(([, was, is]) => (before ? was !== is : is !== null)).map(([name, , is]) => [name, is]),
  )
}
