import pg from 'pg'
import type { Database } from '../connection/database.ts'
import { JOB_SCHEMA } from '../jobs/job-schema.ts'

export interface TableFingerprint {
  readonly schema: string
  readonly table: string
  readonly rows: number
  /** The same for the same rows, in whatever order they lie. */
  readonly sum: string
}

/**
 * What stands in the database at one moment, table by table, in a form that two databases can be compared by:
 * after a restore, or after moving to another server. Constant in memory, whatever the number of rows.
 */
export async function fingerprintDatabase(database: Database): Promise<TableFingerprint[]> {
  const client = await database.pool.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    // Rows are compared as text, which must not depend on how a server or a role is set.
    for (const [name, value] of Object.entries(FIXED)) await client.query(`set local ${name} = '${value}'`)
    const found: TableFingerprint[] = []
    for (const place of await listTables(client)) found.push({ ...place, ...(await sumOf(client, place)) })
    return found
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

const FIXED = {
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  extra_float_digits: '3',
  bytea_output: 'hex',
} as const

interface Place {
  readonly schema: string
  readonly table: string
}

/** Tables that hold rows themselves; not what lives for hours, nor how the job queue itself fares. */
async function listTables(client: pg.PoolClient): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `select n.nspname as schema, c.relname as table
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p'
       and (n.nspname = 'signalen' or n.nspname in (select schema_name from signalen.municipality)
         or n.nspname = $1 and c.relname ~ '^(job|schedule)')
     order by 1, 2`,
    [JOB_SCHEMA],
  )
  return rows
}

async function sumOf(client: pg.PoolClient, { schema, table }: Place) {
  const name = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`
  const { rows } = await client.query<{ rows: string; sum: string }>(
    `select count(*) as rows, coalesce(sum(hashtextextended(entry::text, 0)::numeric), 0)::text as sum
     from ${name} entry`,
  )
  return { rows: Number(rows[0]?.rows ?? 0), sum: rows[0]?.sum ?? '0' }
}
