import type pg from 'pg'

const FIRST_AFTER_MS = 60_000
const EVERY_MS = 5 * 60_000

export interface Upkeep {
  stop(): void
}

/**
 * What a server does in the background and the embedded engine, being one single session, does not: without
 * it the log grows for as long as the process runs, and queries are planned on guesses.
 */
export function startUpkeep(pool: pg.Pool, onError: (error: Error) => void): Upkeep {
  let timer = setTimeout(run, FIRST_AFTER_MS).unref()
  let isStopped = false

  async function run(): Promise<void> {
    try {
      await tidy(pool)
    } catch (error) {
      // Another turn comes; only a database that is still in use can fail here in a way worth telling.
      if (!isStopped && error instanceof Error) onError(error)
    }
    if (!isStopped) timer = setTimeout(run, EVERY_MS).unref()
  }

  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** Table by table, so that others get their turn in between. The thresholds are those of autovacuum. */
export async function tidy(pool: pg.Pool): Promise<void> {
  await pool.query('select pg_stat_force_next_flush()')
  const { rows } = await pool.query<{ name: string }>(`
    select quote_ident(schemaname) || '.' || quote_ident(pg_stat_user_tables.relname) as name
    from pg_catalog.pg_stat_user_tables join pg_catalog.pg_class on pg_class.oid = relid
    where n_dead_tup > 50 + 0.2 * greatest(reltuples, 0)
      or n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0)`)
  for (const { name } of rows) await pool.query(`vacuum (analyze) ${name}`)
  await pool.query('checkpoint')
}
