import type { Actor } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { countSignals } from '../list/count-signals.ts'
import { type ListQuery, selectionOf, selectPage } from '../list/signal-selection.ts'

export interface SignalPlace {
  readonly id: number
  readonly created_at: Date
  readonly longitude: number
  readonly latitude: number
}

export interface SignalPlaces {
  readonly count: number
  readonly places: readonly SignalPlace[]
}

/** Where the reports are that someone may see: the list, as a map needs it. */
export async function listSignalPlaces(
  context: Context,
  actor: Actor,
  query: ListQuery,
): Promise<SignalPlaces> {
  const selection = await selectionOf(context, actor, query.parameters)
  const count = await countSignals(context, selection)
  const place = query.placeOf(count)
  if (count === 0) return { count, places: [] }
  const columns = sql`s.id, s.created_at, public.ST_X(s.geometry) as longitude, public.ST_Y(s.geometry) as latitude`
  const { rows } = await sql<SignalPlace>`
    select page.id, page.created_at, page.longitude, page.latitude
    from (${selectPage(context, selection, { place, count, columns })}) page
    order by page.place`.execute(context.db.kysely)
  return { count, places: rows }
}
