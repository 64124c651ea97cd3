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

/** A count, and which transactions it saw. */
interface KeptCount {
  readonly count: number
  readonly snapshot: string
  readonly era: string
}

const MOST_KEPT = 500

const kept = new WeakMap<Reference, Map<string, KeptCount>>()

/**
 * How many reports meet the condition, exactly. What was counted before is brought up to date by the changes
 * that it did not see, which are few however many reports there are. Inside a transaction everything is counted:
 * what it changed itself may yet be undone.
 */
export async function countSignals(context: Context, countable: Countable): Promise<number> {
  if (!countable.isCountKept || context.db.inTransaction) return (await countAll(context, countable)).count
  const counts = countsOf(countable.reference)
  const key = keyOf(context, countable)
  const known = counts.get(key)
  const current =
    (known && (await countChanges(context, countable, known))) ?? (await countAll(context, countable))
  keep(counts, key, current)
  return current.count
}

function countsOf(reference: Reference): Map<string, KeptCount> {
  const known = kept.get(reference)
  if (known) return known
  const counts = new Map<string, KeptCount>()
  kept.set(reference, counts)
  return counts
}

function keyOf({ db }: Context, { where }: Countable): string {
  const { sql: text, parameters } = where.compile(db.kysely)
  return `${db.schema} ${text} ${JSON.stringify(parameters)}`
}

/** Those that were not asked for longest make place. */
function keep(counts: Map<string, KeptCount>, key: string, count: KeptCount): void {
  counts.delete(key)
  counts.set(key, count)
  const [oldest] = counts.keys()
  if (counts.size > MOST_KEPT && oldest !== undefined) counts.delete(oldest)
}

async function countAll({ db }: Context, { where }: Countable): Promise<KeptCount> {
  const { rows } = await sql<KeptCount>`
    select count(*)::integer as count, pg_current_snapshot()::text as snapshot,
      pg_postmaster_start_time()::text as era
    from ${db.table('signal')} s where ${where}`.execute(db.kysely)
  const [row] = rows
  if (!row) throw new Error('a count answered nothing')
  return row
}

/**
 * Reports that changed since: those that meet the condition now, less those that met it then. Undefined when not
 * all changes since are known any more.
 */
async function countChanges(
  { db }: Context,
  { where }: Countable,
  known: KeptCount,
): Promise<KeptCount | undefined> {
  const seen = sql`${known.snapshot}::pg_snapshot`
  const { rows } = await sql<KeptCount & { isKnown: boolean }>`
    with changed as materialized (
      select distinct on (s.id) s.*
      from ${db.table('signal_before')} s
      where s.era = pg_postmaster_start_time()
        and s.xid >= pg_snapshot_xmin(${seen}) and not pg_visible_in_snapshot(s.xid, ${seen})
      order by s.id, s.seq
    )
    select
      (${known.count}::bigint
        + (select count(*) from ${db.table('signal')} s where s.id = any(array(select id from changed)) and ${where})
        - (select count(*) from changed s where s.existed and ${where}))::integer as count,
      pg_current_snapshot()::text as snapshot,
      pg_postmaster_start_time()::text as era,
      not exists (
        select from ${db.table('signal_before_horizon')} horizon
        where horizon.era = pg_postmaster_start_time() and horizon.xid >= pg_snapshot_xmin(${seen})
      ) as "isKnown"`.execute(db.kysely)
  const [row] = rows
  return row?.isKnown && row.era === known.era ? row : undefined
}
