import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { unknownPk } from '../unknown-pk.ts'
import type { AreaWithShape } from './list-areas.ts'

export interface AreaInput {
  readonly name: string
  readonly code: string
  readonly _type: number
  readonly geometry: AreaWithShape['geometry']
}

export async function createArea({ db }: Context, input: AreaInput): Promise<AreaInput> {
  const shape = JSON.stringify(input.geometry)
  await requireType(db, input._type)
  await requireShape(db, shape)
  try {
    await db.kysely
      .insertInto('area')
      .values({
        name: input.name,
        code: input.code,
        area_type_id: input._type,
        geometry: sql<string>`public.st_setsrid(public.st_geomfromgeojson(${shape}), 4326)`,
      })
      .execute()
  } catch (error) {
    if (!isUniqueViolation(error, 'area_code_uq')) throw error
    throw invalid({ non_field_errors: ['De velden code, _type moeten een unieke set zijn.'] })
  }
  return input
}

async function requireType(db: Context['db'], id: number): Promise<void> {
  const found = await db.kysely
    .selectFrom('area_type')
    .select('id')
    .where(sql<boolean>`id = ${id}::bigint`)
    .executeTakeFirst()
  if (!found) throw invalid({ _type: [unknownPk(id)] })
}

/** Whether a place lies in an area can only be asked of a shape that does not cross itself. */
export async function requireShape(db: Context['db'], shape: string): Promise<void> {
  const { rows } = await sql<{ reason: string }>`
    select public.st_isvalidreason(public.st_geomfromgeojson(${shape})) as reason`.execute(db.kysely)
  const reason = rows[0]?.reason ?? ''
  if (reason !== 'Valid Geometry') throw invalid({ geometry: [`Ongeldige vorm: ${reason}`] })
}
