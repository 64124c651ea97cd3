import type { DevelopmentUser } from '@signalen/integrations'
import type { Context } from '@signalen/services'
import { sql } from 'kysely'

/** Everyone who may sign in, with their roles and departments in a few words. */
export async function listDevelopmentUsers(context: Context): Promise<DevelopmentUser[]> {
  const { db } = context
  const { rows } = await sql<{
    email: string
    name: string
    roles: string[]
    departments: string[]
    is_superuser: boolean
  }>`
    select email, trim(first_name || ' ' || last_name) as name, is_superuser,
      array(select role.name from ${db.table('user_role')} join ${db.table('role')} on role.id = role_id
        where user_id = app_user.id order by role.name) as roles,
      array(select department.name from ${db.table('user_department')} join ${db.table('department')} on department.id = department_id
        where user_id = app_user.id order by department.name) as departments
    from ${db.table('app_user')} as app_user where is_active order by is_superuser desc, last_name, first_name`.execute(
    db.kysely,
  )
  return rows.map((row) => ({
    email: row.email,
    name: row.name || row.email,
    description: describe(row),
  }))
}

function describe(row: { roles: string[]; departments: string[]; is_superuser: boolean }): string {
  const roles = row.is_superuser ? ['Alle rechten', ...row.roles] : row.roles
  const parts = [roles.join(', ') || 'Geen rol', row.departments.join(', ')]
  return parts.filter((part) => part !== '').join(' · ')
}
