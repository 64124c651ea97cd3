import type { Database } from '../connection/database.ts'
import { SHARED_SCHEMA } from './shared-schema.ts'

export interface Allowances {
  /** Counts what is used under a key within a time that begins with the first use. */
  use(key: string, amount: number, windowSeconds: number): Promise<{ used: number; secondsLeft: number }>
}

const SWEEP_EVERY_MILLISECONDS = 60_000

/** Counted for all processes together. Keys are to be hashes: they stand for people. */
export function createAllowances({ pool }: Database): Allowances {
  let sweptAt = Number.NEGATIVE_INFINITY

  async function sweep(): Promise<void> {
    if (Date.now() - sweptAt < SWEEP_EVERY_MILLISECONDS) return
    sweptAt = Date.now()
    await pool.query(`delete from ${SHARED_SCHEMA}.allowance where ends_at <= now()`)
  }

  return {
    async use(key, amount, windowSeconds) {
      const { rows } = await pool.query<{ used: number; left: number }>(
        `insert into ${SHARED_SCHEMA}.allowance as kept (key, used, ends_at)
         values ($1, $2, now() + make_interval(secs => $3))
         on conflict (key) do update set
           used = case when kept.ends_at <= now() then excluded.used else kept.used + excluded.used end,
           ends_at = case when kept.ends_at <= now() then excluded.ends_at else kept.ends_at end
         returning used, extract(epoch from ends_at - now())::float8 as left`,
        [key, amount, windowSeconds],
      )
      await sweep()
      const [row] = rows
      return { used: Number(row?.used ?? 0), secondsLeft: Math.max(0, Number(row?.left ?? 0)) }
    },
  }
}
