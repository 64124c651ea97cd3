import pg from 'pg'
import { DatabaseFault } from '../connection/fault.ts'
import type { Queryable } from './applied-migrations.ts'

/**
 * Lets the application role use the data without being able to change what it is made of. The registry
 * of municipalities and migrations it may only read.
 */
export async function grantToApplication(
  client: Queryable,
  role: string,
  schemas: { readonly control: string; readonly data: readonly string[] },
): Promise<void> {
  await assertRoleExists(client, role)
  const to = pg.escapeIdentifier(role)
  const control = pg.escapeIdentifier(schemas.control)
  await client.query(`grant usage on schema ${control} to ${to}`)
  await client.query(`grant select on all tables in schema ${control} to ${to}`)
  for (const schema of schemas.data.map((name) => pg.escapeIdentifier(name))) {
    await client.query(`
      grant usage on schema ${schema} to ${to};
      grant select, insert, update, delete on all tables in schema ${schema} to ${to};
      grant usage, select, update on all sequences in schema ${schema} to ${to};
      grant execute on all functions in schema ${schema} to ${to}`)
  }
}

async function assertRoleExists(client: Queryable, role: string): Promise<void> {
  const { rows } = await client.query('select 1 from pg_catalog.pg_roles where rolname = $1', [role])
  if (rows.length > 0) return
  throw new DatabaseFault(
    'missing-rights',
    `The database role ${role} of DATABASE_URL does not exist on this server: create it first.`,
  )
}
