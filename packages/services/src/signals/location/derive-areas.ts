import { DISTRICT_AREA_TYPE, type DistrictCode, findDistrictOfArea, type Position } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'

export interface DerivedAreas {
  readonly district: DistrictCode | null
  readonly area: { readonly typeCode: string; readonly code: string; readonly name: string } | null
}

interface FoundArea {
  readonly place: number
  readonly type_code: string
  readonly code: string
  readonly name: string
}

/**
 * What lies exactly on a border that runs from east to west belongs to the area north of it, as it has always
 * done; on another border it lies in neither area. In degrees: a tenth of a millimetre.
 */
const JUST_NORTH = 1e-9

/** In which district and area each point lies, in one query. Where areas overlap, the older counts. */
export async function deriveAreas(context: Context, positions: readonly Position[]): Promise<DerivedAreas[]> {
  const { determineStadsdeel, signalAreaType } = context.settings
  const types = [
    ...(determineStadsdeel ? [DISTRICT_AREA_TYPE] : []),
    ...(signalAreaType ? [signalAreaType] : []),
  ]
  if (types.length === 0 || positions.length === 0)
    return positions.map(() => ({ district: null, area: null }))
  const found = await findAreas(context, positions, types)
  return positions.map((_, index) => {
    const here = found.filter(({ place }) => place === index + 1)
    const area = here.find(({ type_code }) => type_code === signalAreaType)
    return {
      district: determineStadsdeel ? findDistrict(here) : null,
      area: area ? { typeCode: area.type_code, code: area.code, name: area.name } : null,
    }
  })
}

function findDistrict(areas: readonly FoundArea[]): DistrictCode | null {
  const district = areas.find(({ type_code }) => type_code === DISTRICT_AREA_TYPE)
  return (district && findDistrictOfArea(district.code)) ?? null
}

async function findAreas(
  context: Context,
  positions: readonly Position[],
  types: readonly string[],
): Promise<readonly FoundArea[]> {
  const { db } = context
  const longitudes = positions.map(([longitude]) => longitude)
  const latitudes = positions.map(([, latitude]) => latitude + JUST_NORTH)
  const { rows } = await sql<FoundArea>`
    select point.place::integer as place, area_type.code as type_code, area.code, area.name
    from unnest(${longitudes}::float8[], ${latitudes}::float8[]) with ordinality as point (longitude, latitude, place)
    join ${db.table('area')} area
      on public.ST_Contains(area.geometry, public.ST_SetSRID(public.ST_MakePoint(point.longitude, point.latitude), 4326))
    join ${db.table('area_type')} area_type on area_type.id = area.area_type_id
    where area_type.code = any(${types}::text[])
    order by area.id`.execute(db.kysely)
  return rows
}
