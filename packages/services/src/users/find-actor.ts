import type { Actor } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'

export interface SignedInActor extends Actor {
  readonly firstName: string
  readonly lastName: string
}

interface ActorRow {
  readonly id: number
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly is_active: boolean
  readonly is_superuser: boolean
  readonly permissions: readonly string[]
  readonly department_ids: readonly number[]
}

/** The user of an e-mail address with all that they may do, in one query as every request asks it. */
export function findActorByEmail(
  context: Pick<Context, 'db'>,
  email: string,
): Promise<SignedInActor | undefined> {
  return findActor(context, sql`lower(u.username) = lower(${email})`)
}

/** For work that someone asked for, which is done later. */
export function findActorById(context: Pick<Context, 'db'>, id: number): Promise<SignedInActor | undefined> {
  return findActor(context, sql`u.id = ${id}`)
}

async function findActor(
  { db }: Pick<Context, 'db'>,
  where: RawBuilder<unknown>,
): Promise<SignedInActor | undefined> {
  const { rows } = await sql<ActorRow>`
    select u.id, u.email, u.first_name, u.last_name, u.is_active, u.is_superuser,
      array(
        select p.codename from ${db.table('permission')} p
        where p.id in (
          select permission_id from ${db.table('user_permission')} where user_id = u.id
          union all
          select rp.permission_id from ${db.table('role_permission')} rp
          join ${db.table('user_role')} ur on ur.role_id = rp.role_id where ur.user_id = u.id)
      ) as permissions,
      array(
        select department_id from ${db.table('user_department')} where user_id = u.id order by department_id
      ) as department_ids
    from ${db.table('app_user')} u
    where ${where}`.execute(db.kysely)
  return rows[0] && toActor(rows[0])
}

function toActor(row: ActorRow): SignedInActor {
  return {
    userId: row.id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    isActive: row.is_active,
    isSuperuser: row.is_superuser,
    permissions: new Set(row.permissions),
    departmentIds: row.department_ids,
  }
}
