import pg from 'pg'

export interface LockWaits {
  /** Milliseconds that anybody waited for a lock of another, at most. */
  stop(): Promise<{ readonly longest: number; readonly seen: number }>
}

const EVERY_MILLISECONDS = 10

/** Looks all the time who waits for whom; what is shorter than the time between two looks may be missed. */
export async function watchLockWaits(connectionString: string): Promise<LockWaits> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const state = { isDone: false, longest: 0, seen: 0 }
  async function look(): Promise<void> {
    while (!state.isDone) {
      const { rows } = await client.query<{ waited: number | null }>(
        `select (extract(epoch from max(clock_timestamp() - waitstart)) * 1000)::float8 as waited
         from pg_locks where not granted and waitstart is not null`,
      )
      const waited = rows[0]?.waited ?? 0
      if (waited > 0) state.seen += 1
      state.longest = Math.max(state.longest, waited)
      await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS))
    }
  }
  const looking = look()
  return {
    async stop() {
      state.isDone = true
      await looking
      await client.end()
      return { longest: Math.round(state.longest * 10) / 10, seen: state.seen }
    },
  }
}
