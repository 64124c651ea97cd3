import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import {
  type Countable,
  changedSince,
  createKeptResults,
  isAllKnownSince,
  SEEN_NOW,
  type Seen,
} from './kept-results.ts'

interface KeptCount extends Seen {
  readonly count: number
}

const kept = createKeptResults<KeptCount>(500)

/**
 * How many reports meet the condition, exactly. What was counted before is brought up to date by the changes
 * that it did not see, which are few however many reports there are. Inside a transaction everything is counted:
 * what it changed itself may yet be undone.
 */
export async function countSignals(context: Context, countable: Countable): Promise<number> {
  if (!countable.isCountKept || context.db.inTransaction) return (await countAll(context, countable)).count
  const known = kept.find(context, countable)
  const current =
    (known && (await countChanges(context, countable, known))) ?? (await countAll(context, countable))
  kept.keep(context, countable, current)
  return current.count
}

async function countAll({ db }: Context, { where }: Countable): Promise<KeptCount> {
  const { rows } = await sql<KeptCount>`
    select count(*)::integer as count, ${SEEN_NOW}
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
  context: Context,
  { where }: Countable,
  known: KeptCount,
): Promise<KeptCount | undefined> {
  const { db } = context
  const { rows } = await sql<KeptCount & { isKnown: boolean }>`
    with ${changedSince(context, known)}
    select
      (${known.count}::bigint
        + (select count(*) from ${db.table('signal')} s where s.id = any(array(select id from changed)) and ${where})
        - (select count(*) from changed s where s.existed and ${where}))::integer as count,
      ${SEEN_NOW},
      ${isAllKnownSince(context, known)} as "isKnown"`.execute(db.kysely)
  const [row] = rows
  return row?.isKnown && row.era === known.era ? row : undefined
}
