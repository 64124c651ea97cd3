import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import type { Reference } from '../reference.ts'

export interface Countable {
  readonly where: RawBuilder<boolean>
  /** What the condition was made from; when it changes, so may the count. */
  readonly reference: Reference
  /** Whether the condition asks only what `signal_before` keeps: not other tables, nor the clock. */
  readonly isCountKept: boolean
}

/** Which transactions a count saw. */
export interface Seen {
  readonly snapshot: string
  readonly era: string
}

/** What was counted, by the condition; those that were not asked for longest make place. */
export function createKeptResults<Result extends Seen>(most: number) {
  const kept = new WeakMap<Reference, Map<string, Result>>()

  function resultsOf(reference: Reference): Map<string, Result> {
    const known = kept.get(reference)
    if (known) return known
    const results = new Map<string, Result>()
    kept.set(reference, results)
    return results
  }
  return {
    find(context: Context, countable: Countable): Result | undefined {
      return resultsOf(countable.reference).get(keyOf(context, countable))
    },
    keep(context: Context, countable: Countable, result: Result): void {
      const results = resultsOf(countable.reference)
      const key = keyOf(context, countable)
      results.delete(key)
      results.set(key, result)
      const [oldest] = results.keys()
      if (results.size > most && oldest !== undefined) results.delete(oldest)
    },
  }
}

function keyOf({ db }: Context, { where }: Countable): string {
  const { sql: text, parameters } = where.compile(db.kysely)
  return `${db.schema} ${text} ${JSON.stringify(parameters)}`
}

/** What a count sees now. */
export const SEEN_NOW = sql`pg_current_snapshot()::text as snapshot, pg_postmaster_start_time()::text as era`

/** What changed more than this since, as in a night of forgetting, is counted anew sooner than brought up to date. */
export const MOST_CHANGES = 5000

/** How the reports were before the changes that a count did not see, as `changed`. */
export function changedSince({ db }: Context, { snapshot }: Seen): RawBuilder<unknown> {
  const seen = sql`${snapshot}::pg_snapshot`
  return sql`noted as materialized (
    select s.* from ${db.table('signal_before')} s
    where s.era = pg_postmaster_start_time()
      and s.xid >= pg_snapshot_xmin(${seen}) and not pg_visible_in_snapshot(s.xid, ${seen})
    limit ${MOST_CHANGES + 1}
  ), changed as materialized (
    select distinct on (s.id) s.* from noted s order by s.id, s.seq
  )`
}

/** Whether all changes since are known still, and few enough; beside `changedSince`. */
export function isAllKnownSince({ db }: Context, { snapshot }: Seen): RawBuilder<boolean> {
  return sql`((select count(*) from noted) <= ${MOST_CHANGES} and not exists (
    select from ${db.table('signal_before_horizon')} horizon
    where horizon.era = pg_postmaster_start_time() and horizon.xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
  ))`
}
