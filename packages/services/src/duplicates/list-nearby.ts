import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Point } from '../ports.ts'
import { invalid, notFound } from '../problem.ts'
import { findPlaceFault } from '../signals/location/check-place.ts'
import { type CategoryReference, getCategory, readReference } from '../signals/reference.ts'
import { pointOf, squareAround } from './around.ts'

const FARTHEST_METRES = 150
/** Distances are told in steps, and upwards. */
const STEP_METRES = 25
const MOST = 10

export interface NearbyReport {
  readonly category: CategoryReference
  readonly state: string
  readonly createdAt: Date
  /** At most so far away: 25, 50 and on to 150. */
  readonly withinMetres: number
  /** To follow it by; it leads to nothing else. */
  readonly reference: string | null
}

export interface NearbyQuery {
  readonly point: Point
  /** `main` or `main/sub`, by their slugs; undefined for all. */
  readonly category: string | undefined
}

/**
 * What has been reported around a place, for someone who is about to report it too: of the public map, so that
 * nobody learns from it what was reported a minute ago, and nothing that leads to a person.
 */
export async function listNearby(
  context: Context,
  { point, category }: NearbyQuery,
): Promise<NearbyReport[]> {
  if (!context.settings.publicGeography) throw notFound()
  const fault = findPlaceFault([point.longitude, point.latitude], context.settings)
  if (fault) throw invalid({ non_field_errors: [fault] })
  const reference = await readReference(context.db)
  const shown = [...reference.categories.values()].filter(
    (one) => one.isPublicAccessible && isOfCategory(one, category),
  )
  const rows = await findRows(
    context,
    point,
    shown.map(({ id }) => id),
  )
  return rows.map((row) => ({
    category: getCategory(reference, row.category_id),
    state: row.status_state,
    createdAt: row.created_at,
    reference: row.reference,
    withinMetres: Math.max(STEP_METRES, Math.ceil(row.distance / STEP_METRES) * STEP_METRES),
  }))
}

function isOfCategory({ main, slug }: CategoryReference, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === main.slug || wanted === `${main.slug}/${slug}`
}

interface NearbyRow {
  readonly category_id: number
  readonly status_state: string
  readonly created_at: Date
  readonly distance: number
  readonly reference: string | null
}

async function findRows(
  context: Context,
  point: Point,
  categoryIds: readonly number[],
): Promise<NearbyRow[]> {
  const place = pointOf(point)
  const { rows } = await sql<NearbyRow>`
    select s.category_id, s.status_state, shown.created_at, shown.reference,
      public.ST_DistanceSphere(shown.geometry, ${place}) as distance
    from ${context.db.table('public_map_signal')} shown
    join ${context.db.table('signal')} s on s.id = shown.signal_id
    where s.category_id = any(${[...categoryIds]}::integer[])
      and shown.geometry OPERATOR(public.&&) ${squareAround(point, FARTHEST_METRES)}
      and public.ST_DistanceSphere(shown.geometry, ${place}) <= ${FARTHEST_METRES}
    order by shown.created_at desc, shown.signal_id desc limit ${MOST}`.execute(context.db.kysely)
  return rows
}
