import type { MunicipalityHandle } from '@signalen/database'
import { comparePermissions, isPermissionCode, type PermissionCode } from '@signalen/domain'

export interface PermissionView {
  readonly id: number
  readonly codename: PermissionCode
}

export interface RoleView {
  readonly id: number
  readonly name: string
  /** In the order of the catalogue. */
  readonly permissions: readonly PermissionView[]
}

/** Roles with their permissions, in the order of the rows given. */
export async function viewRoles(
  db: MunicipalityHandle,
  roles: readonly { readonly id: number; readonly name: string }[],
): Promise<RoleView[]> {
  if (roles.length === 0) return []
  const links = await db.kysely
    .selectFrom('role_permission')
    .innerJoin('permission', 'permission.id', 'permission_id')
    .select(['role_id', 'permission.id', 'permission.codename'])
    .where(
      'role_id',
      'in',
      roles.map(({ id }) => id),
    )
    .execute()
  const grouped = Map.groupBy(links, ({ role_id }) => role_id)
  return roles.map(({ id, name }) => ({ id, name, permissions: sortPermissions(grouped.get(id) ?? []) }))
}

/** A permission that this version no longer knows is not shown, as it allows nothing. */
export function sortPermissions(
  rows: readonly { readonly id: number; readonly codename: string }[],
): PermissionView[] {
  return rows
    .flatMap(({ id, codename }) => (isPermissionCode(codename) ? [{ id, codename }] : []))
    .sort((left, right) => comparePermissions(left.codename, right.codename))
}
