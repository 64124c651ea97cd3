import { DatabaseFault, messageOf } from '../connection/fault.ts'
import type { Queryable } from './applied-migrations.ts'

export const EXTENSIONS = ['postgis', 'pg_trgm', 'unaccent'] as const

/** Extensions stand in `public`, where every municipality's SQL finds them. */
export async function createExtensions(client: Queryable): Promise<void> {
  const { rows } = await client.query<{ name: string; schema: string }>(
    `select extname as name, nspname as schema
     from pg_catalog.pg_extension join pg_catalog.pg_namespace on pg_namespace.oid = extnamespace`,
  )
  const present = new Map(rows.map(({ name, schema }) => [name, schema]))
  for (const extension of EXTENSIONS) {
    const schema = present.get(extension)
    if (schema === undefined) await createExtension(client, extension)
    else if (schema !== 'public') throw standsElsewhere(extension, schema)
  }
}

async function createExtension(client: Queryable, extension: string): Promise<void> {
  try {
    await client.query(`create extension ${extension} with schema public`)
  } catch (error) {
    throw new DatabaseFault(
      'missing-extension',
      `The database needs the extension ${extension} and it could not be made (${messageOf(error)}): let an administrator of the server install it and run "create extension ${extension} with schema public".`,
      { cause: error },
    )
  }
}

function standsElsewhere(extension: string, schema: string): DatabaseFault {
  return new DatabaseFault(
    'missing-extension',
    `The extension ${extension} stands in the schema ${schema}; Signalen needs it in the schema public.`,
  )
}
