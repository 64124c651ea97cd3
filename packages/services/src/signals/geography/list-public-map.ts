import { sql } from 'kysely'
import { daysBefore } from '../../background/pieces.ts'
import { iconNameOf } from '../../categories/category-icon.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../problem.ts'
import { type CategoryReference, readReference } from '../reference.ts'

/** More than this is not shown at once; a town has fewer. */
const MOST = 4000

export interface PublicMapQuery {
  readonly state: 'open' | 'solved'
  /** Slug of a main category; undefined for all. */
  readonly main: string | undefined
  /** Reported, or solved, in the last so many days; undefined for all that there is. */
  readonly days: number | undefined
}

export interface PublicMapReport {
  readonly category: CategoryReference
  /** The last part of the address of the icon of the category, or else of its main category. */
  readonly icon: string | null
  readonly createdAt: Date
  readonly solvedAt: Date | null
  readonly longitude: number
  readonly latitude: number
  readonly reference: string | null
}

/** What is open, or was solved in the last month, newest first: as the map was made last. */
export async function listPublicMap(context: Context, query: PublicMapQuery): Promise<PublicMapReport[]> {
  if (!context.settings.publicGeography) throw notFound()
  const reference = await readReference(context.db)
  const shown = [...reference.categories.values()].filter(
    ({ isPublicAccessible, main }) =>
      isPublicAccessible && (query.main === undefined || main.slug === query.main),
  )
  const icons = await findIcons(context)
  const rows = await findRows(
    context,
    query,
    shown.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const category = reference.categories.get(row.category_id)
    if (!category) return []
    const icon = icons.get(category.id) ?? icons.get(category.main.id) ?? null
    const { created_at: createdAt, solved_at: solvedAt, longitude, latitude } = row
    return [{ category, icon, createdAt, solvedAt, longitude, latitude, reference: row.reference }]
  })
}

interface MapRow {
  readonly category_id: number
  readonly created_at: Date
  readonly solved_at: Date | null
  readonly reference: string | null
  readonly longitude: number
  readonly latitude: number
}

async function findRows(
  { db, clock }: Context,
  { state, days }: PublicMapQuery,
  categoryIds: readonly number[],
): Promise<MapRow[]> {
  const from = days === undefined ? new Date(0) : daysBefore(clock.now(), days)
  const { rows } = await (state === 'open'
    ? sql<MapRow>`
        select category_id, created_at, null::timestamptz as solved_at, reference,
          public.ST_X(geometry) as longitude, public.ST_Y(geometry) as latitude
        from ${db.table('public_map_signal')}
        where category_id = any(${[...categoryIds]}::integer[]) and created_at >= ${from}
        order by created_at desc, signal_id desc limit ${MOST}`.execute(db.kysely)
    : sql<MapRow>`
        select category_id, created_at, solved_at, null as reference,
          public.ST_X(geometry) as longitude, public.ST_Y(geometry) as latitude
        from ${db.table('public_map_solved')}
        where category_id = any(${[...categoryIds]}::integer[]) and solved_at >= ${from}
        order by solved_at desc, signal_id desc limit ${MOST}`.execute(db.kysely))
  return rows
}

async function findIcons({ db }: Context): Promise<Map<number, string>> {
  const rows = await db.kysely
    .selectFrom('category')
    .select(['id', 'icon'])
    .where('icon', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, icon }) => (icon === null ? [] : [[id, iconNameOf(icon)] as const])))
}
