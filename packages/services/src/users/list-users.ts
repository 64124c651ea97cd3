import type { Tables } from '@signalen/database'
import { unavailableChoice, type WireErrors } from '@signalen/domain'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { invalid, notFound } from '../problem.ts'
import { type UserView, viewUsers } from './user-view.ts'

export interface UserFilter {
  readonly id?: number | undefined
  /** A part of it, whatever the capitals. */
  readonly username?: string | undefined
  readonly is_active?: boolean | undefined
  /** Names of roles. */
  readonly role?: readonly string[] | undefined
  /** Codes of departments. */
  readonly profile_department_code?: readonly string[] | undefined
}

export const USER_ORDERS = ['username', '-username', 'is_active', '-is_active'] as const
export type UserOrder = (typeof USER_ORDERS)[number]

export async function listUsers(
  context: Pick<Context, 'db'>,
  list: { readonly filter: UserFilter; readonly order?: readonly UserOrder[]; readonly page: PageRequest },
): Promise<Page<UserView>> {
  await requireKnownChoices(context, list.filter)
  const { db } = context
  const chosen = db.kysely.selectFrom('app_user as user').where((eb) => eb.and(conditions(eb, list.filter)))
  const { count } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  let query = chosen.select('user.id')
  for (const order of list.order ?? [])
    query = query.orderBy(orderOf(order), order.startsWith('-') ? 'desc' : 'asc')
  const rows = await query
    .orderBy(orderOf('username'))
    .orderBy('user.id')
    .offset(offsetOf(list.page, count))
    .limit(list.page.pageSize)
    .execute()
  const results = await viewUsers(
    db,
    rows.map(({ id }) => id),
  )
  return { count, results }
}

export async function getUser({ db }: Pick<Context, 'db'>, id: number): Promise<UserView> {
  const [user] = await viewUsers(db, [id])
  if (!user) throw notFound('User')
  return user
}

/** Usernames for a list that helps while typing. */
export async function listUsernames(
  context: Pick<Context, 'db'>,
  list: { readonly filter: UserFilter; readonly page: PageRequest },
): Promise<Page<{ readonly username: string }>> {
  await requireKnownChoices(context, list.filter)
  const chosen = context.db.kysely
    .selectFrom('app_user as user')
    .where((eb) => eb.and(conditions(eb, list.filter)))
  const { count } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const results = await chosen
    .select('user.username')
    .orderBy(orderOf('username'))
    .orderBy('user.id')
    .offset(offsetOf(list.page, count))
    .limit(list.page.pageSize)
    .execute()
  return { count, results }
}

function orderOf(order: UserOrder) {
  return order.endsWith('is_active') ? sql`"user".is_active` : sql`lower("user".username) collate "C"`
}

type UserExpressions = ExpressionBuilder<Tables & { user: Tables['app_user'] }, 'user'>

function conditions(eb: UserExpressions, filter: UserFilter): Expression<SqlBool>[] {
  const { id, username, is_active, role, profile_department_code: codes } = filter
  const found: (Expression<SqlBool> | undefined)[] = [
    id === undefined ? undefined : sql<boolean>`"user".id = ${id}::float8`,
    username ? sql<boolean>`strpos(lower("user".username), lower(${username})) > 0` : undefined,
    is_active === undefined ? undefined : eb('user.is_active', '=', is_active),
    role?.length ? hasRole(eb, role) : undefined,
    codes?.length ? isInDepartment(eb, codes) : undefined,
  ]
  return found.filter((condition) => condition !== undefined)
}

function hasRole(eb: UserExpressions, names: readonly string[]): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('user_role')
      .innerJoin('role', 'role.id', 'user_role.role_id')
      .select('role.id')
      .whereRef('user_role.user_id', '=', 'user.id')
      .where('role.name', 'in', names),
  )
}

function isInDepartment(eb: UserExpressions, codes: readonly string[]): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('user_department')
      .innerJoin('department', 'department.id', 'user_department.department_id')
      .select('department.id')
      .whereRef('user_department.user_id', '=', 'user.id')
      .where('department.code', 'in', codes),
  )
}

async function requireKnownChoices({ db }: Pick<Context, 'db'>, filter: UserFilter): Promise<void> {
  const errors: Record<string, WireErrors> = {}
  const { role = [], profile_department_code: codes = [] } = filter
  if (role.length > 0) {
    const known = await db.kysely
      .selectFrom('role')
      .select('name as value')
      .where('name', 'in', role)
      .execute()
    Object.assign(errors, unknownChoice('role', role, known))
  }
  if (codes.length > 0) {
    const known = await db.kysely
      .selectFrom('department')
      .select('code as value')
      .where('code', 'in', codes)
      .execute()
    Object.assign(errors, unknownChoice('profile_department_code', codes, known))
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

function unknownChoice(
  field: string,
  asked: readonly string[],
  known: readonly { readonly value: string }[],
): Record<string, WireErrors> {
  const unknown = asked.find((value) => !known.some((row) => row.value === value))
  return unknown === undefined ? {} : { [field]: [unavailableChoice(unknown)] }
}
