import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { type RoleView, viewRoles } from './role-view.ts'

export async function listRoles({ db }: Pick<Context, 'db'>): Promise<RoleView[]> {
  const roles = await db.kysely
    .selectFrom('role')
    .select(['id', 'name'])
    .orderBy(sql`lower(name) collate "C"`)
    .orderBy('id')
    .execute()
  return viewRoles(db, roles)
}

export async function getRole({ db }: Pick<Context, 'db'>, id: number): Promise<RoleView> {
  const roles = await db.kysely.selectFrom('role').select(['id', 'name']).where('id', '=', id).execute()
  const [role] = await viewRoles(db, roles)
  if (!role) throw notFound('Group')
  return role
}
