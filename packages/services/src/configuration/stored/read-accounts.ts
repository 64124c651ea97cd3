import type { MunicipalityHandle } from '@signalen/database'
import { isPermissionCode, type PermissionCode } from '@signalen/domain'
import { groupBy, type StoredRows, splitIds } from './stored.ts'

export async function readRoles(db: MunicipalityHandle): Promise<StoredRows<'roles'>> {
  const roles = await db.kysely.selectFrom('role').select(['id', 'name']).orderBy('id').execute()
  const links = await db.kysely
    .selectFrom('role_permission')
    .innerJoin('permission', 'permission.id', 'permission_id')
    .select(['role_id as owner', 'codename'])
    .orderBy('codename')
    .execute()
  const permissionsOf = groupPermissions(links)
  return splitIds(roles.map(({ id, name }) => ({ id, row: { name, permissions: permissionsOf(id) } })))
}

export async function readDepartments(db: MunicipalityHandle): Promise<StoredRows<'departments'>> {
  const departments = await db.kysely
    .selectFrom('department')
    .select(['id', 'code', 'name', 'is_intern', 'can_direct'])
    .orderBy('id')
    .execute()
  return splitIds(
    departments.map(({ id, code, name, is_intern, can_direct }) => ({
      id,
      row: { code, name, isIntern: is_intern, canDirect: can_direct },
    })),
  )
}

export async function readUsers(db: MunicipalityHandle): Promise<StoredRows<'users'>> {
  const users = await db.kysely.selectFrom('app_user').selectAll().orderBy('id').execute()
  const rolesOf = await readUserRoles(db)
  const departmentsOf = await readUserDepartments(db)
  const permissionsOf = await readUserPermissions(db)
  return splitIds(
    users.map((user) => ({
      id: user.id,
      row: {
        email: user.username,
        firstName: user.first_name,
        lastName: user.last_name,
        isActive: user.is_active,
        isStaff: user.is_staff,
        isSuperuser: user.is_superuser,
        note: user.note,
        notifyOnAssignment: user.notification_on_user_assignment,
        notifyOnDepartmentAssignment: user.notification_on_department_assignment,
        permissions: permissionsOf(user.id),
        roles: rolesOf(user.id),
        departments: departmentsOf(user.id),
      },
    })),
  )
}

async function readUserRoles(db: MunicipalityHandle): Promise<(userId: number) => string[]> {
  const links = await db.kysely
    .selectFrom('user_role')
    .innerJoin('role', 'role.id', 'role_id')
    .select(['user_id', 'name'])
    .orderBy('role.id')
    .execute()
  return groupBy(
    links,
    (link) => link.user_id,
    (link) => link.name,
  )
}

async function readUserDepartments(db: MunicipalityHandle): Promise<(userId: number) => string[]> {
  const links = await db.kysely
    .selectFrom('user_department')
    .innerJoin('department', 'department.id', 'department_id')
    .select(['user_id', 'code'])
    .orderBy('department.id')
    .execute()
  return groupBy(
    links,
    (link) => link.user_id,
    (link) => link.code,
  )
}

async function readUserPermissions(db: MunicipalityHandle): Promise<(userId: number) => PermissionCode[]> {
  const links = await db.kysely
    .selectFrom('user_permission')
    .innerJoin('permission', 'permission.id', 'permission_id')
    .select(['user_id as owner', 'codename'])
    .orderBy('codename')
    .execute()
  return groupPermissions(links)
}

/** A permission that this version no longer knows is nobody's. */
function groupPermissions(
  links: readonly { readonly owner: number; readonly codename: string }[],
): (owner: number) => PermissionCode[] {
  const grouped = groupBy(
    links,
    (link) => link.owner,
    (link) => link.codename,
  )
  return (owner) => grouped(owner).filter(isPermissionCode)
}
