import type { MunicipalityHandle } from '@signalen/database'
import { sql } from 'kysely'
import { type PermissionView, type RoleView, sortPermissions, viewRoles } from '../roles/role-view.ts'

export interface UserView {
  readonly id: number
  readonly username: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly isActive: boolean
  readonly isStaff: boolean
  readonly isSuperuser: boolean
  readonly note: string | null
  readonly notifyOnAssignment: boolean
  readonly notifyOnDepartmentAssignment: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly roles: readonly RoleView[]
  /** Given to the person, besides those of the roles. */
  readonly permissions: readonly PermissionView[]
  /** Names, in the order of the alphabet. */
  readonly departments: readonly string[]
}

/** Users with all that hangs on them, in the order of the ids; a fixed number of queries. */
export async function viewUsers(db: MunicipalityHandle, ids: readonly number[]): Promise<UserView[]> {
  if (ids.length === 0) return []
  const users = await db.kysely.selectFrom('app_user').selectAll().where('id', 'in', ids).execute()
  const rolesOf = await findRoles(db, ids)
  const permissionsOf = await findPermissions(db, ids)
  const departmentsOf = await findDepartments(db, ids)
  const byId = new Map(users.map((user) => [user.id, user]))
  return ids.flatMap((id) => {
    const user = byId.get(id)
    if (!user) return []
    return {
      id,
      username: user.username,
      email: user.email,
      firstName: user.first_name,
      lastName: user.last_name,
      isActive: user.is_active,
      isStaff: user.is_staff,
      isSuperuser: user.is_superuser,
      note: user.note,
      notifyOnAssignment: user.notification_on_user_assignment,
      notifyOnDepartmentAssignment: user.notification_on_department_assignment,
      createdAt: user.created_at,
      updatedAt: user.updated_at,
      roles: rolesOf(id),
      permissions: permissionsOf(id),
      departments: departmentsOf(id),
    }
  })
}

async function findRoles(db: MunicipalityHandle, ids: readonly number[]) {
  const links = await db.kysely
    .selectFrom('user_role')
    .innerJoin('role', 'role.id', 'role_id')
    .select(['user_id', 'role.id', 'role.name'])
    .where('user_id', 'in', ids)
    .orderBy(sql`lower(role.name) collate "C"`)
    .execute()
  const distinct = [...new Map(links.map(({ id, name }) => [id, { id, name }])).values()]
  const views = new Map((await viewRoles(db, distinct)).map((role) => [role.id, role]))
  const grouped = Map.groupBy(links, ({ user_id }) => user_id)
  return (id: number) => (grouped.get(id) ?? []).flatMap((link) => views.get(link.id) ?? [])
}

async function findPermissions(db: MunicipalityHandle, ids: readonly number[]) {
  const links = await db.kysely
    .selectFrom('user_permission')
    .innerJoin('permission', 'permission.id', 'permission_id')
    .select(['user_id', 'permission.id', 'permission.codename'])
    .where('user_id', 'in', ids)
    .execute()
  const grouped = Map.groupBy(links, ({ user_id }) => user_id)
  return (id: number) => sortPermissions(grouped.get(id) ?? [])
}

async function findDepartments(db: MunicipalityHandle, ids: readonly number[]) {
  const links = await db.kysely
    .selectFrom('user_department')
    .innerJoin('department', 'department.id', 'department_id')
    .select(['user_id', 'department.name'])
    .where('user_id', 'in', ids)
    .orderBy(sql`department.name collate "C"`)
    .orderBy('department.id')
    .execute()
  const grouped = Map.groupBy(links, ({ user_id }) => user_id)
  return (id: number) => (grouped.get(id) ?? []).map(({ name }) => name)
}
