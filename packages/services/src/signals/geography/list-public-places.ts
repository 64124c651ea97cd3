import { parseBoundingBox, unavailableChoice } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { invalid, invalidWhole, notFound } from '../../problem.ts'
import type { PlaceInList } from '../list/signal-selection.ts'
import { either } from '../list/sql-parts.ts'
import { type CategoryReference, getCategory, type Reference, readReference } from '../reference.ts'

export interface PublicPlacesQuery {
  /** `west,south,east,north` */
  readonly bbox?: string | undefined
  readonly longitude?: string | undefined
  readonly latitude?: string | undefined
  readonly mainSlugs: readonly string[]
  readonly subSlugs: readonly string[]
  /** One place for each category: that of its oldest report. */
  readonly byCategory: boolean
  placeOf(count: number): PlaceInList
}

export interface PublicPlace {
  readonly category: CategoryReference
  readonly createdAt: Date
  readonly longitude: number
  readonly latitude: number
}

export interface PublicPlaces {
  readonly count: number
  readonly places: readonly PublicPlace[]
}

/** What anyone may see of the map: where something is open and of what kind, and nothing that leads further. */
export async function listPublicPlaces(context: Context, query: PublicPlacesQuery): Promise<PublicPlaces> {
  if (!context.settings.publicGeography) throw notFound()
  const where = findArea(query)
  const reference = await readReference(context.db)
  const categories = findCategories(reference, query)
  const shown = selectShown(context, { where, categoryIds: categories.map(({ id }) => id) }, query.byCategory)
  const count = await countRows(context, shown)
  const { limit, offset } = query.placeOf(count)
  const { rows } = await sql<PlaceRow>`
    select category_id, created_at, public.ST_X(geometry) as longitude, public.ST_Y(geometry) as latitude
    from (${shown}) shown order by geometry, signal_id limit ${limit} offset ${offset}`.execute(
    context.db.kysely,
  )
  return { count, places: rows.map((row) => toPlace(row, reference)) }
}

interface PlaceRow {
  readonly category_id: number
  readonly created_at: Date
  readonly longitude: number
  readonly latitude: number
}

function toPlace(row: PlaceRow, reference: Reference): PublicPlace {
  const { longitude, latitude, created_at } = row
  return { category: getCategory(reference, row.category_id), createdAt: created_at, longitude, latitude }
}

function findArea({ bbox, longitude, latitude }: PublicPlacesQuery): RawBuilder<boolean> {
  if (bbox !== undefined) return whereInside(bbox)
  if (longitude === undefined || latitude === undefined) {
    throw invalidWhole('Either bbox or lon/lat must be filled in')
  }
  const [x, y] = [readDegrees('lon', longitude), readDegrees('lat', latitude)]
  return sql`public.ST_Equals(geometry, public.ST_SetSRID(public.ST_MakePoint(${x}, ${y}), 4326))`
}

function whereInside(text: string): RawBuilder<boolean> {
  const box = parseBoundingBox(text)
  if (!box) throw invalid({ bbox: ['Voer in: min_lon,min_lat,max_lon,max_lat.'] })
  const { west, south, east, north } = box
  return sql`public.ST_Intersects(geometry, public.ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326))`
}

function readDegrees(field: 'lon' | 'lat', text: string): number {
  const degrees = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(degrees)) throw invalid({ [field]: ['Voer een getal in.'] })
  return degrees
}

/** Categories that are public now, also when the map was made a while ago. */
function findCategories(
  reference: Reference,
  { mainSlugs, subSlugs }: PublicPlacesQuery,
): CategoryReference[] {
  const open = [...reference.categories.values()].filter(({ isPublicAccessible }) => isPublicAccessible)
  const faults = {
    ...findFault('maincategory_slug', mainSlugs, [...reference.mains.values()]),
    ...findFault('category_slug', subSlugs, open),
  }
  if (Object.keys(faults).length > 0) throw invalid(faults)
  return open.filter(
    ({ slug, main }) =>
      (mainSlugs.length === 0 || mainSlugs.includes(main.slug)) &&
      (subSlugs.length === 0 || subSlugs.includes(slug)),
  )
}

function findFault(field: string, asked: readonly string[], choices: readonly { readonly slug: string }[]) {
  const unknown = asked.find((slug) => !choices.some((choice) => choice.slug === slug))
  return unknown === undefined ? {} : { [field]: [unavailableChoice(unknown)] }
}

interface Shown {
  readonly where: RawBuilder<boolean>
  readonly categoryIds: readonly number[]
}

function selectShown(
  context: Context,
  { where, categoryIds }: Shown,
  byCategory: boolean,
): RawBuilder<unknown> {
  const distinct = byCategory ? sql`distinct on (category_id)` : sql``
  const order = byCategory ? sql`order by category_id, created_at, signal_id` : sql``
  return sql`
    select ${distinct} signal_id, category_id, created_at, geometry
    from ${context.db.table('public_map_signal')}
    where category_id = any(${[...categoryIds]}::integer[]) and ${either([where])} ${order}`
}

async function countRows(context: Context, shown: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${shown}) shown`.execute(context.db.kysely)
  return rows[0]?.count ?? 0
}
