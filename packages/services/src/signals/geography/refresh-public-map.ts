import { HIDDEN_ON_PUBLIC_GEOGRAPHY } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'

/** Makes the public map anew; until it is done, everyone sees the one before. Answers how many reports it shows. */
export function refreshPublicMap(context: Context): Promise<number> {
  return context.db.transaction(async (trx) => {
    const map = trx.table('public_map_signal')
    // Of two that make it at once, the second waits and makes it again.
    await sql`lock table ${map} in share row exclusive mode`.execute(trx.kysely)
    await sql`delete from ${map}`.execute(trx.kysely)
    const made = await sql`
      insert into ${map} (signal_id, category_id, created_at, geometry, reference)
      select s.id, s.category_id, s.created_at, s.geometry,
        left(encode(sha256(convert_to('public map ' || s.uuid, 'UTF8')), 'hex'), 32)
      from ${trx.table('signal')} s
      join ${trx.table('category')} category on category.id = s.category_id
      where category.is_public_accessible
        and s.status_state <> all(${[...HIDDEN_ON_PUBLIC_GEOGRAPHY]}::text[])`.execute(trx.kysely)
    return Number(made.numAffectedRows ?? 0)
  })
}
