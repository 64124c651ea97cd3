import { type Database, listMunicipalities, schemaOfMunicipality } from '@signalen/database'

/**
 * Takes out the rows that are there, and has every number begin anew. Deleting the few rows of a test takes a
 * fraction of emptying some seventy tables; the triggers and references of the tables stay out of it.
 */
export async function deleteRows(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ statement: string }>(
    `select format('if exists (select from %1$s) then delete from %1$s; end if;',
                   format('%I.%I', schemaname, tablename)) as statement
     from pg_catalog.pg_tables where schemaname = any($1)
     union all
     select format('perform pg_catalog.setval(%L, %s, false);',
                   format('%I.%I', schemaname, sequencename), start_value)
     from pg_catalog.pg_sequences where schemaname = any($1) and last_value is not null`,
    [await listSchemas(database)],
  )
  const statements = rows.map(({ statement }) => statement).join('\n')
  await database.pool.query(
    `do $$ begin perform pg_catalog.set_config('session_replication_role', 'replica', true); ${statements} end $$`,
  )
}

/** Makes every table of every municipality anew, so that nothing of deleted rows stays behind either. */
export async function truncateTables(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name
     from pg_catalog.pg_tables where schemaname = any($1)`,
    [await listSchemas(database)],
  )
  await database.pool.query(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity cascade`)
}

async function listSchemas(database: Database): Promise<string[]> {
  return (await listMunicipalities(database)).map(({ key }) => schemaOfMunicipality(key))
}
