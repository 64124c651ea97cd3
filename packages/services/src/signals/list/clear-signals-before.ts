import { sql } from 'kysely'
import type { Context } from '../../context.ts'

const PIECE = 1000

/**
 * Forgets how reports were before changes of more than an hour ago; counts that old are made anew. By the clock
 * of the database, which also noted the times. Answers how many states were forgotten.
 */
export async function clearSignalsBefore(context: Context): Promise<number> {
  let forgotten = 0
  for (;;) {
    const piece = await clearPiece(context)
    forgotten += piece
    if (piece < PIECE) return forgotten
  }
}

async function clearPiece({ db }: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with old as (
      select seq from ${db.table('signal_before')}
      where noted_at < now() - interval '1 hour' or era <> pg_postmaster_start_time()
      order by seq limit ${PIECE}
    ), gone as (
      delete from ${db.table('signal_before')} before using old where before.seq = old.seq
      returning before.era, before.xid
    ), horizon as (
      insert into ${db.table('signal_before_horizon')} as known (era, xid)
      select era, xid from gone where era = pg_postmaster_start_time() order by xid desc limit 1
      on conflict (only_one) do update set era = excluded.era, xid =
        case when known.era = excluded.era then greatest(known.xid, excluded.xid) else excluded.xid end
    )
    select count(*)::integer as count from gone`.execute(db.kysely)
  return rows[0]?.count ?? 0
}
