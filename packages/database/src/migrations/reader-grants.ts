import pg from 'pg'
import type { Queryable } from './applied-migrations.ts'

/** The role that may read the views of one municipality, and nothing else: made by whoever runs the server. */
export function readerRoleOf(schema: string): string {
  return `${schema}_reader`
}

/** Lets the readers that exist use the views. The tables behind the views stay closed to them. */
export async function grantViewsToReaders(client: Queryable, schemas: readonly string[]): Promise<void> {
  for (const schema of schemas) {
    const role = readerRoleOf(schema)
    const { rows: found } = await client.query('select 1 from pg_catalog.pg_roles where rolname = $1', [role])
    if (found.length > 0) await grantViews(client, schema, role)
  }
}

async function grantViews(client: Queryable, schema: string, role: string): Promise<void> {
  const { rows } = await client.query('select viewname from pg_catalog.pg_views where schemaname = $1', [
    schema,
  ])
  const place = pg.escapeIdentifier(schema)
  const to = pg.escapeIdentifier(role)
  await client.query(`grant usage on schema ${place} to ${to}`)
  for (const { viewname } of rows as { viewname: string }[]) {
    await client.query(`grant select on ${place}.${pg.escapeIdentifier(viewname)} to ${to}`)
  }
}
