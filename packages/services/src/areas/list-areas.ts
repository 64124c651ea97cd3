import type { MunicipalityHandle, Tables } from '@signalen/database'
import { unavailableChoice, type WireErrors } from '@signalen/domain'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { invalid } from '../problem.ts'

export interface AreaFilter {
  readonly code?: readonly string[] | undefined
  readonly type_code?: readonly string[] | undefined
}

/** Terms of an order; a hyphen before one turns it around. */
export const AREA_ORDERS = ['name', '-name', 'code', '-code', '_type', '-_type'] as const
export type AreaOrder = (typeof AREA_ORDERS)[number]

export interface AreaList {
  readonly filter: AreaFilter
  readonly order?: readonly AreaOrder[]
  readonly page: PageRequest
}

export interface AreaView {
  readonly name: string
  readonly code: string
  readonly type: { readonly id: number; readonly name: string; readonly code: string }
}

export interface AreaWithBox extends AreaView {
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number]
}

export interface AreaWithShape extends AreaView {
  /** GeoJSON. */
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] }
}

export async function listAreas({ db }: Pick<Context, 'db'>, list: AreaList): Promise<Page<AreaWithBox>> {
  const { count, query } = await chooseAreas(db, list)
  const rows = await query
    .select([
      sql<number>`public.st_xmin(area.geometry)`.as('west'),
      sql<number>`public.st_ymin(area.geometry)`.as('south'),
      sql<number>`public.st_xmax(area.geometry)`.as('east'),
      sql<number>`public.st_ymax(area.geometry)`.as('north'),
    ])
    .execute()
  const results = rows.map((row) => ({
    ...viewArea(row),
    box: [row.west, row.south, row.east, row.north] as const,
  }))
  return { count, results }
}

export async function listAreaShapes(
  { db }: Pick<Context, 'db'>,
  list: AreaList,
): Promise<Page<AreaWithShape>> {
  const { count, query } = await chooseAreas(db, list)
  const rows = await query.select(sql<string>`public.st_asgeojson(area.geometry, 17)`.as('shape')).execute()
  return { count, results: rows.map((row) => ({ ...viewArea(row), geometry: JSON.parse(row.shape) })) }
}

async function chooseAreas(db: MunicipalityHandle, { filter, order, page }: AreaList) {
  await requireKnownChoices(db, filter)
  let chosen = db.kysely.selectFrom('area').innerJoin('area_type', 'area_type.id', 'area.area_type_id')
  if (filter.code?.length) chosen = chosen.where('area.code', 'in', filter.code)
  if (filter.type_code?.length) chosen = chosen.where('area_type.code', 'in', filter.type_code)
  const { count } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const query = sortAreas(chosen, order?.length ? order : ['_type', 'name'])
    .select(['area.name', 'area.code', 'area_type.id as type_id', 'area_type.name as type_name'])
    .select('area_type.code as type_code')
    .offset(offsetOf(page, count))
    .limit(page.pageSize)
  return { count, query }
}

function sortAreas<Row>(
  query: SelectQueryBuilder<Tables, 'area' | 'area_type', Row>,
  order: readonly AreaOrder[],
): SelectQueryBuilder<Tables, 'area' | 'area_type', Row> {
  const sorted = order.reduce((built, term) => {
    const direction = term.startsWith('-') ? 'desc' : 'asc'
    return built.orderBy(columnOf(term), direction)
  }, query)
  return sorted.orderBy('area.id')
}

function columnOf(term: AreaOrder) {
  switch (term) {
    case 'name':
    case '-name':
      return sql`area.name collate "C"`
    case 'code':
    case '-code':
      return sql`area.code collate "C"`
    case '_type':
    case '-_type':
      return sql`area_type.code collate "C"`
  }
}

function viewArea(row: {
  readonly name: string
  readonly code: string
  readonly type_id: number
  readonly type_name: string
  readonly type_code: string
}): AreaView {
  const { name, code, type_id, type_name, type_code } = row
  return { name, code, type: { id: type_id, name: type_name, code: type_code } }
}

async function requireKnownChoices(db: MunicipalityHandle, filter: AreaFilter): Promise<void> {
  const { code = [], type_code: typeCode = [] } = filter
  const errors: Record<string, WireErrors> = {}
  if (code.length > 0) {
    const known = await db.kysely.selectFrom('area').select('code').where('code', 'in', code).execute()
    Object.assign(errors, unknownChoice('code', code, known))
  }
  if (typeCode.length > 0) {
    const known = await db.kysely
      .selectFrom('area_type')
      .select('code')
      .where('code', 'in', typeCode)
      .execute()
    Object.assign(errors, unknownChoice('type_code', typeCode, known))
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

function unknownChoice(
  field: string,
  asked: readonly string[],
  known: readonly { readonly code: string }[],
): Record<string, WireErrors> {
  const unknown = asked.find((value) => !known.some(({ code }) => code === value))
  return unknown === undefined ? {} : { [field]: [unavailableChoice(unknown)] }
}
