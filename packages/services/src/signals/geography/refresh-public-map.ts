import { HIDDEN_ON_PUBLIC_GEOGRAPHY } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import { daysBefore } from '../../background/pieces.ts'
import type { Context } from '../../context.ts'

/** So long what was solved stays on the map. */
const SOLVED_DAYS = 30
/** What was reported longer ago is not looked for among what was solved: an index finds the rest. */
const OLDEST_SOLVED_DAYS = 2 * 365

/** Makes the public map anew; until it is done, everyone sees the one before. Answers how many open reports it shows. */
export function refreshPublicMap(context: Context): Promise<number> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    // Of two that make it at once, the second waits and makes it again.
    await sql`lock table ${trx.table('public_map_signal')} in share row exclusive mode`.execute(trx.kysely)
    const open = await drawOpen(inside)
    await drawSolved(inside)
    return open
  })
}

async function drawOpen({ db, settings }: Context): Promise<number> {
  const map = db.table('public_map_signal')
  await sql`delete from ${map}`.execute(db.kysely)
  const made = await sql`
    insert into ${map} (signal_id, category_id, created_at, geometry, reference)
    select s.id, s.category_id, s.created_at, ${coarseGeometry(settings.publicMapMetres)},
      left(encode(sha256(convert_to('public map ' || s.uuid, 'UTF8')), 'hex'), 32)
    from ${db.table('signal')} s
    join ${db.table('category')} category on category.id = s.category_id
    where category.is_public_accessible
      and s.status_state <> all(${[...HIDDEN_ON_PUBLIC_GEOGRAPHY]}::text[])`.execute(db.kysely)
  return Number(made.numAffectedRows ?? 0)
}

async function drawSolved({ db, settings, clock }: Context): Promise<void> {
  const now = clock.now()
  const map = db.table('public_map_solved')
  await sql`delete from ${map}`.execute(db.kysely)
  await sql`
    insert into ${map} (signal_id, category_id, created_at, solved_at, geometry)
    select s.id, s.category_id, s.created_at, s.status_created_at, ${coarseGeometry(settings.publicMapMetres)}
    from ${db.table('signal')} s
    join ${db.table('category')} category on category.id = s.category_id
    where category.is_public_accessible and s.status_state = 'o'
      and s.created_at > ${daysBefore(now, OLDEST_SOLVED_DAYS)}
      and s.status_created_at > ${daysBefore(now, SOLVED_DAYS)}`.execute(db.kysely)
}

const METRES_PER_DEGREE = 111_320

/** As `coarsenPosition` does, for all rows at once. */
function coarseGeometry(metres: number): RawBuilder<unknown> {
  if (metres <= 0) return sql`s.geometry`
  const step = metres / METRES_PER_DEGREE
  const north = sql`(round(public.ST_Y(s.geometry) / ${step}::float8) * ${step}::float8)`
  const eastStep = sql`(${step}::float8 / greatest(cos(radians(${north})), 0.01))`
  const east = sql`(round(public.ST_X(s.geometry) / ${eastStep}) * ${eastStep})`
  const rounded = (value: RawBuilder<unknown>) => sql`round(${value}::numeric, 7)::float8`
  return sql`public.ST_SetSRID(public.ST_MakePoint(${rounded(east)}, ${rounded(north)}), 4326)`
}
