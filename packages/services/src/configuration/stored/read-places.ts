import type { MunicipalityHandle } from '@signalen/database'
import { sql } from 'kysely'
import { type StoredRows, splitIds } from './stored.ts'

export async function readSources(db: MunicipalityHandle): Promise<StoredRows<'sources'>> {
  const sources = await db.kysely.selectFrom('source').selectAll().orderBy('id').execute()
  return splitIds(
    sources.map(({ id, name, description, order, ...source }) => ({
      id,
      row: {
        name,
        description,
        order,
        isActive: source.is_active,
        canBeSelected: source.can_be_selected,
        isPublic: source.is_public,
      },
    })),
  )
}

export async function readAreaTypes(db: MunicipalityHandle): Promise<StoredRows<'areaTypes'>> {
  const types = await db.kysely.selectFrom('area_type').selectAll().orderBy('id').execute()
  return splitIds(types.map(({ id, code, name, description }) => ({ id, row: { code, name, description } })))
}

/** Enough digits to give every coordinate back as it came. */
const DIGITS = 17

export async function readAreas(db: MunicipalityHandle): Promise<StoredRows<'areas'>> {
  const areas = await db.kysely
    .selectFrom('area')
    .innerJoin('area_type', 'area_type.id', 'area_type_id')
    .select(['area.id', 'area.code', 'area.name', 'area_type.code as type'])
    .select(sql<string>`public.st_asgeojson(geometry, ${DIGITS})`.as('geometry'))
    .orderBy('area.id')
    .execute()
  return splitIds(
    areas.map(({ id, code, name, type, geometry }) => ({
      id,
      row: { code, name, type, geometry: JSON.parse(geometry) },
    })),
  )
}
