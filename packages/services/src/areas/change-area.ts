import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, findRulesNaming, ROUTING_EXPRESSION_TYPE } from '@signalen/domain'
import { sql } from 'kysely'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { conflict, invalid, notFound } from '../problem.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { requireShape } from './create-area.ts'
import type { AreaWithShape } from './list-areas.ts'

/** How an area is known: by its type and its code in it. */
export interface AreaKey {
  readonly type: string
  readonly code: string
}

export interface AreaChange {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly geometry?: AreaWithShape['geometry'] | undefined
}

/** What leans on an area. */
export interface AreaUses {
  readonly rules: readonly { readonly id: number; readonly name: string; readonly isActive: boolean }[]
  /** Reports that were made in it. They keep its name, also when it is gone. */
  readonly reports: number
  /** Saved filters that ask for it. */
  readonly filters: number
  /** People who get mail about it. */
  readonly followers: number
}

interface StoredArea {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly typeCode: string
  readonly typeName: string
}

export async function findAreaUses({ db }: Pick<Context, 'db'>, key: AreaKey): Promise<AreaUses> {
  return readUses(db, await getArea(db, key))
}

/** Reports keep the code and name that the area had; filters that ask for it go along with a new code. */
export async function changeArea(
  context: Context,
  actor: Actor,
  { key, change }: { readonly key: AreaKey; readonly change: AreaChange },
): Promise<AreaKey> {
  const shape = change.geometry && JSON.stringify(change.geometry)
  if (shape) await requireShape(context.db, shape)
  const before = await getArea(context.db, key)
  const code = change.code ?? before.code
  const name = change.name ?? before.name
  try {
    await context.db.transaction(async (db) => {
      await db.kysely
        .updateTable('area')
        .set({
          name,
          code,
          ...(shape
            ? { geometry: sql<string>`public.st_setsrid(public.st_geomfromgeojson(${shape}), 4326)` }
            : {}),
        })
        .where('id', '=', before.id)
        .execute()
      if (code !== before.code) await replaceInFilters(db, before.code, code)
      await recordInAuditLog(
        { ...context, db },
        {
          by: actor.email,
          action: 'area.saved',
          object: { type: 'area', id: `${before.typeCode}/${code}` },
          detail: {
            before: { code: before.code, name: before.name },
            after: { code, name },
            hasNewShape: shape !== undefined,
          },
        },
      )
    })
  } catch (error) {
    if (!isUniqueViolation(error, 'area_code_uq')) throw error
    throw invalid({ code: ['Er is al een gebied van deze soort met deze code.'] })
  }
  return { type: before.typeCode, code }
}

/** Not while rules ask for it, unless who removes it knows. */
export async function removeArea(
  context: Context,
  actor: Actor,
  { key, evenIfNamed }: { readonly key: AreaKey; readonly evenIfNamed: boolean },
): Promise<void> {
  await context.db.transaction(async (db) => {
    const area = await getArea(db, key)
    const { rules } = await readUses(db, area)
    const active = rules.filter(({ isActive }) => isActive)
    if (active.length > 0 && !evenIfNamed)
      throw conflict(`Deze regels vragen naar dit gebied: ${active.map(({ name }) => name).join(', ')}.`)
    await replaceInFilters(db, area.code, null)
    await db.kysely.deleteFrom('area').where('id', '=', area.id).execute()
    await recordInAuditLog(
      { ...context, db },
      {
        by: actor.email,
        action: 'area.removed',
        object: { type: 'area', id: `${area.typeCode}/${area.code}` },
        detail: { name: area.name },
      },
    )
  })
}

async function getArea(db: MunicipalityHandle, { type, code }: AreaKey): Promise<StoredArea> {
  const found = await db.kysely
    .selectFrom('area')
    .innerJoin('area_type', 'area_type.id', 'area.area_type_id')
    .select(['area.id', 'area.code', 'area.name'])
    .select(['area_type.code as typeCode', 'area_type.name as typeName'])
    .where('area.code', '=', code)
    .where('area_type.code', '=', type)
    .executeTakeFirst()
  if (!found) throw notFound('Area')
  return found
}

async function readUses(db: MunicipalityHandle, area: StoredArea): Promise<AreaUses> {
  const { rows } = await sql<Omit<AreaUses, 'rules'>>`
    select
      (select count(*)::int from ${db.table('signal')}
        where area_code = ${area.code} and area_type_code = ${area.typeCode}) as reports,
      (select count(*)::int from ${db.table('stored_filter')}
        where options->'area_code' ? ${area.code} or options->>'area_code' = ${area.code}) as filters,
      (select count(*)::int from ${db.table('subscription')} where area_id = ${area.id}) as followers`.execute(
    db.kysely,
  )
  const counts = rows[0] ?? { reports: 0, filters: 0, followers: 0 }
  return { ...counts, rules: await listRulesNaming(db, area) }
}

async function listRulesNaming(db: MunicipalityHandle, area: StoredArea): Promise<AreaUses['rules']> {
  const rules = await db.kysely
    .selectFrom('expression')
    .innerJoin('expression_type as type', 'type.id', 'expression.expression_type_id')
    .leftJoin('routing_expression as route', 'route.expression_id', 'expression.id')
    .select(['expression.id', 'expression.name', 'expression.code', 'route.is_active'])
    .where('type.name', '=', ROUTING_EXPRESSION_TYPE)
    .orderBy('expression.name')
    .execute()
  return findRulesNaming(rules, { kind: 'area', typeName: area.typeName, code: area.code }).map(
    ({ id, name, is_active: isActive }) => ({ id, name, isActive: isActive ?? false }),
  )
}

/** A filter that asks for what is not there is refused by the list, so it may not stay behind. */
async function replaceInFilters(db: MunicipalityHandle, code: string, by: string | null): Promise<void> {
  const rows = await db.kysely
    .selectFrom('stored_filter')
    .select(['id', 'options'])
    .where(sql<boolean>`options->'area_code' ? ${code} or options->>'area_code' = ${code}`)
    .execute()
  for (const { id, options } of rows) {
    const { area_code: asked, ...others } = Object(options) as Record<string, unknown>
    const codes = [asked].flat().flatMap((one) => (one === code ? (by ?? []) : one))
    const kept = codes.length > 0 ? { ...others, area_code: Array.isArray(asked) ? codes : codes[0] } : others
    await db.kysely
      .updateTable('stored_filter')
      .set({ options: JSON.stringify(kept) })
      .where('id', '=', id)
      .execute()
  }
}
