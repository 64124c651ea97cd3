import type { Database } from '../connection/database.ts'
import { DatabaseFault } from '../connection/fault.ts'
import { schemaOfMunicipality } from '../connection/municipality.ts'
import { JOB_SCHEMA } from '../jobs/job-schema.ts'

/**
 * Removes everything of a municipality from the database: its schema, its jobs and schedules, its place in
 * the registry. Its files are the caller's to remove. Needs the owner's rights.
 */
export async function dropMunicipality(database: Database, key: string): Promise<void> {
  const schema = schemaOfMunicipality(key)
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    const { rowCount } = await client.query('delete from signalen.municipality where key = $1', [key])
    if (rowCount === 0)
      throw new DatabaseFault('unknown-municipality', `There is no municipality "${key}" here.`)
    await client.query('delete from signalen.migration where scope = $1', [key])
    await client.query(`delete from ${JOB_SCHEMA}.job where data->>'municipality' = $1`, [key])
    await client.query(`delete from ${JOB_SCHEMA}.schedule where data->>'municipality' = $1`, [key])
    await client.query(`drop schema ${schema} cascade`)
    await client.query('commit')
    client.release()
  } catch (error) {
    await client.query('rollback')
    client.release()
    throw error
  }
}
