import { HIDDEN_ON_MAP_SIGNALS } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { notFound } from '../../problem.ts'
import { type CategoryReference, getCategory, readReference } from '../reference.ts'

const NEWEST = 4000

export interface MapSignal {
  readonly id: number
  readonly state: string
  readonly createdAt: Date
  readonly category: CategoryReference
  readonly longitude: number
  readonly latitude: number
}

/** The older public map: the newest open reports, where a municipality still wants it. */
export async function listMapSignals(context: Context): Promise<MapSignal[]> {
  if (!context.settings.publicMapSignals) throw notFound()
  const reference = await readReference(context.db)
  const rows = await context.db.kysely
    .selectFrom('signal')
    .select(['id', 'status_state', 'created_at', 'category_id'])
    .select([
      sql<number>`public.ST_X(geometry)`.as('longitude'),
      sql<number>`public.ST_Y(geometry)`.as('latitude'),
    ])
    .where('status_state', 'not in', HIDDEN_ON_MAP_SIGNALS)
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.status_state,
    createdAt: row.created_at,
    category: getCategory(reference, row.category_id),
    longitude: row.longitude,
    latitude: row.latitude,
  }))
}
