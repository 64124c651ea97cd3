import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, LISTED_PERMISSION_CODES, PERMISSIONS } from '@signalen/domain'
import { recordRemoved, recordSaved } from '../audit/record-saved.ts'
import type { Context } from '../context.ts'
import { requirePermissions } from '../permissions/list-permissions.ts'
import { invalid, notFound } from '../problem.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { getRole } from './list-roles.ts'
import type { RoleView } from './role-view.ts'

export interface RoleInput {
  readonly name?: string | undefined
  readonly permission_ids?: readonly number[] | undefined
}

export async function createRole(
  context: Context,
  actor: Actor,
  input: RoleInput & { readonly name: string },
): Promise<RoleView> {
  await requirePermissions(context, input.permission_ids ?? [])
  return saving(context, async (db) => {
    const { id } = await db.kysely
      .insertInto('role')
      .values({ name: input.name })
      .returning('id')
      .executeTakeFirstOrThrow()
    await replacePermissions(db, id, input.permission_ids)
    await record({ ...context, db }, actor, { id, before: undefined })
    return id
  })
}

export async function updateRole(
  context: Context,
  actor: Actor,
  { id, input }: { readonly id: number; readonly input: RoleInput },
): Promise<RoleView> {
  const before = await getRole(context, id)
  await requirePermissions(context, input.permission_ids ?? [])
  return saving(context, async (db) => {
    const { name } = input
    if (name !== undefined) await db.kysely.updateTable('role').set({ name }).where('id', '=', id).execute()
    await replacePermissions(db, id, input.permission_ids)
    await record({ ...context, db }, actor, { id, before })
    return id
  })
}

export async function deleteRole(context: Context, actor: Actor, id: number): Promise<void> {
  await context.db.transaction(async (db) => {
    const removed = await db.kysely
      .deleteFrom('role')
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst()
    if (!removed) throw notFound('Group')
    await recordRemoved({ ...context, db }, { by: actor.email, type: 'role', id, name: removed.name })
  })
}

async function record(
  context: Context,
  actor: Actor,
  { id, before }: { readonly id: number; readonly before: RoleView | undefined },
): Promise<void> {
  const after = await getRole(context, id)
  await recordSaved(context, {
    by: actor.email,
    type: 'role',
    id,
    before: before && factsOf(before),
    after: factsOf(after),
  })
}

function factsOf({ name, permissions }: RoleView) {
  return { name, permissions: permissions.map(({ codename }) => PERMISSIONS[codename].name) }
}

async function saving(
  context: Context,
  save: (db: MunicipalityHandle) => Promise<number>,
): Promise<RoleView> {
  try {
    const id = await context.db.transaction(save)
    return await getRole(context, id)
  } catch (error) {
    if (isUniqueViolation(error, 'role_name_uq')) throw invalid({ name: ['Dit veld moet uniek zijn.'] })
    throw error
  }
}

/** Only permissions that the API lists are replaced: those it cannot show stay, or they would be lost unseen. */
async function replacePermissions(
  db: MunicipalityHandle,
  roleId: number,
  permissionIds: readonly number[] | undefined,
): Promise<void> {
  if (permissionIds === undefined) return
  await db.kysely
    .deleteFrom('role_permission')
    .where('role_id', '=', roleId)
    .where('permission_id', 'in', (eb) =>
      eb.selectFrom('permission').select('id').where('codename', 'in', LISTED_PERMISSION_CODES),
    )
    .execute()
  const rows = [...new Set(permissionIds)].map((id) => ({ role_id: roleId, permission_id: id }))
  if (rows.length > 0) await db.kysely.insertInto('role_permission').values(rows).execute()
}
