import { LISTED_PERMISSION_CODES } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid, notFound } from '../problem.ts'
import { type PermissionView, sortPermissions } from '../roles/role-view.ts'
import { unknownPk } from '../unknown-pk.ts'

/** The permissions that a role can be given through the API, in the order in which they are always shown. */
export async function listPermissions({ db }: Pick<Context, 'db'>): Promise<PermissionView[]> {
  const rows = await db.kysely
    .selectFrom('permission')
    .select(['id', 'codename'])
    .where('codename', 'in', LISTED_PERMISSION_CODES)
    .execute()
  return sortPermissions(rows)
}

export async function getPermission(context: Pick<Context, 'db'>, id: number): Promise<PermissionView> {
  const permission = (await listPermissions(context)).find((listed) => listed.id === id)
  if (!permission) throw notFound('Permission')
  return permission
}

/** Refuses ids that name no permission that may be given. */
export async function requirePermissions(
  context: Pick<Context, 'db'>,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  const known = new Set((await listPermissions(context)).map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw invalid({ permission_ids: [unknownPk(unknown)] })
}
