// `node bench/municipalities.ts --count 40`: what many municipalities cost in one database, for docs/scale.md.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { migrate, openDatabase } from '@signalen/database'
import pg from 'pg'
import { startPostgres } from '../tools/lib/postgres.mjs'

const { values } = parseArgs({ options: { count: { type: 'string', default: '40' } } })
const keys = Array.from({ length: Number(values.count) }, (_, number) => `municipality${number}`)

const { url, stop, missing } = await startPostgres({ durable: true })
if (!url || !stop) throw new Error(missing)
try {
  await measureMigrations(url)
  await measureMemory(url)
} finally {
  stop()
}

async function measureMigrations(databaseUrl: string): Promise<void> {
  const database = await openDatabase({ databaseUrl, poolSize: 2 })
  try {
    const made = await timed(() => migrate(database, { municipalities: keys }))
    const looked = await timed(() => migrate(database))
    const { rows } = await database.pool.query(
      `select count(*) filter (where relkind = 'r')::int as tables, count(*) filter (where relkind = 'i')::int as indexes,
         pg_database_size(current_database())::float8 as bytes
       from pg_catalog.pg_class join pg_catalog.pg_namespace n on n.oid = relnamespace
       where n.nspname like 'municipality_%'`,
    )
    const each = (value: number) => Math.round(value / keys.length)
    const [{ tables, indexes, bytes }] = rows
    say(`made ${keys.length} in ${made} ms, ${each(made)} ms each; looking again ${looked} ms`)
    say(`each: ${each(tables)} tables, ${each(indexes)} indexes, ${each(bytes / 1000)} kB empty`)
  } finally {
    await database.close()
  }
}

/** A connection keeps what it learnt of every table that it met; here it meets all of them. */
async function measureMemory(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]?.pid ?? 0
  const tables = await listTables(client)
  say(`a connection at first: ${ownMegabytes(pid)} MB`)
  for (const [index, key] of keys.entries()) {
    const schema = `municipality_${key}`
    for (const table of tables)
      await client.query(`select * from ${schema}.${pg.escapeIdentifier(table)} limit 1`)
    const served = index + 1
    if (served === 1 || served % 10 === 0) say(`after serving ${served}: ${ownMegabytes(pid)} MB`)
  }
  await client.end()
}

async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_catalog.pg_tables where schemaname = 'municipality_municipality0' order by 1",
  )
  return rows.map(({ name }) => name)
}

/** Of its own, without what all connections share. */
function ownMegabytes(pid: number): number {
  const kilobytes = Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return Math.round(kilobytes / 100) / 10
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = Date.now()
  await work()
  return Date.now() - began
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
