import type { UserChange } from '@signalen/domain'
import { recordObjectChange } from '../../settings/object-history.ts'
import type { StoredRow } from '../configuration.ts'
import type { RowChange } from '../plan-import.ts'
import { type ApplyRun, idOf, insertBatches, insertRows, splitChanges } from './apply-run.ts'

export async function applyRoles(run: ApplyRun, changes: readonly RowChange<'roles'>[]): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('role')
      .values(batch.map(({ after }) => ({ name: after.name })))
      .returning('id')
      .execute(),
  )
  const ids = changes.map(({ key }) => idOf(run, 'roles', key))
  if (changed.length > 0)
    await run.db.kysely.deleteFrom('role_permission').where('role_id', 'in', ids).execute()
  const permissionId = await readPermissionIds(run)
  const links = changes.flatMap(({ key, after }) =>
    unique(after.permissions).map((codename) => ({
      role_id: idOf(run, 'roles', key),
      permission_id: permissionId(codename),
    })),
  )
  await insertBatches(links, (batch) => run.db.kysely.insertInto('role_permission').values(batch).execute())
}

export async function applyDepartments(
  run: ApplyRun,
  changes: readonly RowChange<'departments'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('department')
      .values(batch.map(({ after }) => ({ ...departmentColumns(run, after), created_at: run.now })))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    await run.db.kysely
      .updateTable('department')
      .set(departmentColumns(run, after))
      .where('id', '=', idOf(run, 'departments', key))
      .execute()
  }
}

function departmentColumns(run: ApplyRun, row: StoredRow<'departments'>) {
  const { code, name, isIntern, canDirect } = row
  return { code, name, is_intern: isIntern, can_direct: canDirect, updated_at: run.now }
}

export async function applyUsers(run: ApplyRun, changes: readonly RowChange<'users'>[]): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('app_user')
      .values(batch.map(({ after }) => ({ ...userColumns(run, after), created_at: run.now })))
      .returning('id')
      .execute(),
  )
  for (const change of changed) await updateUser(run, change)
  await replaceUserLinks(run, changes)
}

async function updateUser(run: ApplyRun, change: RowChange<'users'>): Promise<void> {
  const id = idOf(run, 'users', change.key)
  await run.db.kysely
    .updateTable('app_user')
    .set(userColumns(run, change.after))
    .where('id', '=', id)
    .execute()
  const recorded = { kind: 'user', id, change: findUserChange(change), at: run.now, by: null } as const
  await recordObjectChange(run.db, recorded)
}

function userColumns(run: ApplyRun, row: StoredRow<'users'>) {
  return {
    username: row.email,
    email: row.email,
    first_name: row.firstName,
    last_name: row.lastName,
    is_active: row.isActive,
    is_staff: row.isStaff,
    is_superuser: row.isSuperuser,
    note: row.note,
    notification_on_user_assignment: row.notifyOnAssignment,
    notification_on_department_assignment: row.notifyOnDepartmentAssignment,
    updated_at: run.now,
  }
}

function findUserChange({ before, after, fields }: RowChange<'users'>): UserChange {
  return {
    ...(fields.includes('firstName') ? { firstName: after.firstName } : {}),
    ...(fields.includes('lastName') ? { lastName: after.lastName } : {}),
    ...(fields.includes('isActive') ? { isActive: after.isActive } : {}),
    ...(fields.includes('roles')
      ? { addedRoles: after.roles.filter((role) => !before?.roles.includes(role)) }
      : {}),
  }
}

async function replaceUserLinks(run: ApplyRun, changes: readonly RowChange<'users'>[]): Promise<void> {
  if (changes.length === 0) return
  const { kysely } = run.db
  const users = changes.map(({ key, after }) => ({ id: idOf(run, 'users', key), after }))
  const ids = users.map(({ id }) => id)
  const permissionId = await readPermissionIds(run)
  await kysely.deleteFrom('user_role').where('user_id', 'in', ids).execute()
  await kysely.deleteFrom('user_department').where('user_id', 'in', ids).execute()
  await kysely.deleteFrom('user_permission').where('user_id', 'in', ids).execute()
  const roles = users.flatMap(({ id, after }) =>
    unique(after.roles).map((name) => ({ user_id: id, role_id: idOf(run, 'roles', name) })),
  )
  const departments = users.flatMap(({ id, after }) =>
    unique(after.departments.map((code) => code.toLowerCase())).map((code) => ({
      user_id: id,
      department_id: idOf(run, 'departments', code),
    })),
  )
  const permissions = users.flatMap(({ id, after }) =>
    unique(after.permissions).map((code) => ({ user_id: id, permission_id: permissionId(code) })),
  )
  await insertBatches(roles, (batch) => kysely.insertInto('user_role').values(batch).execute())
  await insertBatches(departments, (batch) => kysely.insertInto('user_department').values(batch).execute())
  await insertBatches(permissions, (batch) => kysely.insertInto('user_permission').values(batch).execute())
}

async function readPermissionIds(run: ApplyRun): Promise<(codename: string) => number> {
  const rows = await run.db.kysely.selectFrom('permission').select(['id', 'codename']).execute()
  const ids = new Map(rows.map(({ id, codename }) => [codename, id]))
  return (codename) => {
    const id = ids.get(codename)
    if (id === undefined) throw new Error(`The catalogue of permissions lacks ${codename}.`)
    return id
  }
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}
