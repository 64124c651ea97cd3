import type { Database } from '../connection/database.ts'
import { SHARED_SCHEMA } from './shared-schema.ts'

export interface SharedDrafts {
  get(name: string): Promise<Uint8Array | undefined>
  set(name: string, content: Uint8Array): Promise<void>
  delete(name: string): Promise<void>
}

const SWEEP_EVERY_MILLISECONDS = 900_000

/** Bytes under a name, found by every process and forgotten some hours after they changed last. */
export function createSharedDrafts(database: Database, hours: number): SharedDrafts {
  const { pool } = database
  let sweptAt = Number.NEGATIVE_INFINITY

  async function sweep(): Promise<void> {
    if (Date.now() - sweptAt < SWEEP_EVERY_MILLISECONDS) return
    sweptAt = Date.now()
    await pool.query(
      `delete from ${SHARED_SCHEMA}.draft where changed_at < now() - make_interval(hours => $1)`,
      [hours],
    )
  }

  return {
    async get(name) {
      const { rows } = await pool.query<{ content: Buffer }>(
        `select content from ${SHARED_SCHEMA}.draft
         where name = $1 and changed_at >= now() - make_interval(hours => $2)`,
        [name, hours],
      )
      return rows[0]?.content
    },
    async set(name, content) {
      await pool.query(
        `insert into ${SHARED_SCHEMA}.draft (name, content) values ($1, $2)
         on conflict (name) do update set content = excluded.content, changed_at = now()`,
        [name, Buffer.from(content)],
      )
      await sweep()
    },
    async delete(name) {
      await pool.query(`delete from ${SHARED_SCHEMA}.draft where name = $1`, [name])
    },
  }
}
