import type { MunicipalityHandle } from '@signalen/database'
import type { Actor, UserChange, WireErrors } from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { recordObjectChange } from '../settings/object-history.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { unknownPk } from '../unknown-pk.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { queueInvitation } from './invite-user.ts'
import { getUser } from './list-users.ts'
import type { UserView } from './user-view.ts'

/** The names are those of the v1 API, where the profile is an object of its own. */
export interface UserInput {
  readonly first_name?: string | undefined
  readonly last_name?: string | undefined
  readonly is_active?: boolean | undefined
  readonly role_ids?: readonly number[] | undefined
  readonly profile?: ProfileInput | undefined
}

export interface ProfileInput {
  readonly note?: string | null | undefined
  readonly department_ids?: readonly number[] | undefined
  readonly notification_on_user_assignment?: boolean | undefined
  readonly notification_on_department_assignment?: boolean | undefined
}

export async function createUser(
  context: Context,
  input: UserInput & { readonly username: string },
  /** Who invites them by mail; undefined to send none. */
  invitedBy?: Actor,
): Promise<UserView> {
  await requireKnownLinks(context.db, input)
  const now = context.clock.now()
  const { username } = input
  try {
    const id = await context.db.transaction(async (db) => {
      const created = await db.kysely
        .insertInto('app_user')
        .values({ username, email: username, ...userColumns(input), created_at: now, updated_at: now })
        .returning('id')
        .executeTakeFirstOrThrow()
      await replaceLinks(db, created.id, input)
      const inside = { ...context, db }
      if (invitedBy) await queueInvitation(inside, invitedBy, await getUser(inside, created.id))
      return created.id
    })
    return await getUser(context, id)
  } catch (error) {
    if (!isUniqueViolation(error, 'app_user_username_uq')) throw error
    throw invalid({ username: [`A user with username ${username} already exists`] })
  }
}

export async function updateUser(
  context: Context,
  actor: Actor,
  change: { readonly id: number; readonly input: UserInput },
): Promise<UserView> {
  const { id, input } = change
  const before = await getUser(context, id)
  await requireKnownLinks(context.db, input)
  const at = context.clock.now()
  await context.db.transaction(async (db) => {
    await db.kysely
      .updateTable('app_user')
      .set({ ...userColumns(input), updated_at: at })
      .where('id', '=', id)
      .execute()
    await replaceLinks(db, id, input)
    const recorded = await findChange(db, before, input)
    await recordObjectChange(db, { kind: 'user', id, change: recorded, at, by: actor.email })
  })
  return getUser(context, id)
}

function userColumns(input: UserInput) {
  const { profile = {} } = input
  const { note, notification_on_user_assignment, notification_on_department_assignment } = profile
  return withoutUndefined({
    first_name: input.first_name,
    last_name: input.last_name,
    is_active: input.is_active,
    note,
    notification_on_user_assignment,
    notification_on_department_assignment,
  })
}

/** What the history tells: facts that became other facts, not everything that was sent. */
async function findChange(db: MunicipalityHandle, before: UserView, input: UserInput): Promise<UserChange> {
  const { first_name: firstName, last_name: lastName, is_active: isActive, role_ids: roleIds } = input
  return {
    ...(firstName !== undefined && firstName !== before.firstName ? { firstName } : {}),
    ...(lastName !== undefined && lastName !== before.lastName ? { lastName } : {}),
    ...(isActive !== undefined && isActive !== before.isActive ? { isActive } : {}),
    ...(roleIds && !hasSameRoles(before, roleIds)
      ? { addedRoles: await findAddedRoles(db, before, roleIds) }
      : {}),
  }
}

function hasSameRoles(before: UserView, roleIds: readonly number[]): boolean {
  const now = new Set(roleIds)
  return now.size === before.roles.length && before.roles.every(({ id }) => now.has(id))
}

async function findAddedRoles(
  db: MunicipalityHandle,
  before: UserView,
  roleIds: readonly number[],
): Promise<string[]> {
  const added = roleIds.filter((id) => !before.roles.some((role) => role.id === id))
  if (added.length === 0) return []
  const rows = await db.kysely
    .selectFrom('role')
    .select('name')
    .where('id', 'in', added)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

async function replaceLinks(db: MunicipalityHandle, userId: number, input: UserInput): Promise<void> {
  const { role_ids: roleIds, profile } = input
  if (roleIds) {
    await db.kysely.deleteFrom('user_role').where('user_id', '=', userId).execute()
    const rows = [...new Set(roleIds)].map((id) => ({ user_id: userId, role_id: id }))
    if (rows.length > 0) await db.kysely.insertInto('user_role').values(rows).execute()
  }
  if (profile?.department_ids) {
    await db.kysely.deleteFrom('user_department').where('user_id', '=', userId).execute()
    const rows = [...new Set(profile.department_ids)].map((id) => ({ user_id: userId, department_id: id }))
    if (rows.length > 0) await db.kysely.insertInto('user_department').values(rows).execute()
  }
}

async function requireKnownLinks(db: MunicipalityHandle, input: UserInput): Promise<void> {
  const role = await findUnknown(db, 'role', input.role_ids ?? [])
  const department = await findUnknown(db, 'department', input.profile?.department_ids ?? [])
  const errors: WireErrors = {
    ...(role === undefined ? {} : { role_ids: [unknownPk(role)] }),
    ...(department === undefined ? {} : { profile: { department_ids: [unknownPk(department)] } }),
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

async function findUnknown(
  db: MunicipalityHandle,
  table: 'role' | 'department',
  ids: readonly number[],
): Promise<number | undefined> {
  if (ids.length === 0) return undefined
  const rows = await db.kysely.selectFrom(table).select('id').where(anyOf('id', ids)).execute()
  const known = new Set(rows.map(({ id }) => id))
  return ids.find((id) => !known.has(id))
}
