import type { MunicipalityHandle } from '@signalen/database'
import {
  type AreaReference,
  type Expression,
  type ExpressionDictionary,
  listAreaReferences,
  type MultiPolygon,
  parseExpression,
  ROUTING_EXPRESSION_TYPE,
} from '@signalen/domain'
import { sql } from 'kysely'
import { createCachedRead } from '../settings/reference-cache.ts'

export interface StoredRule {
  readonly id: number
  readonly expressionId: number
  readonly order: number
  readonly name: string
  readonly code: string
  readonly departmentId: number
  readonly departmentCode: string
  readonly userId: number | null
}

export interface RoutingRules {
  /** Active ones, in the order in which they are tried. */
  readonly rules: readonly StoredRule[]
  /** The areas that the rules name, by name of the type and code. */
  readonly areas: RoutingAreas
}

/** The routing rules with the shapes that they ask about, kept in memory until anything of it changes. */
export const readRoutingRules = createCachedRead<RoutingRules>(async (db) => {
  const rules = await selectRules(db)
  const expressions = rules.flatMap(({ code }) => {
    const parsed = parseExpression(code)
    return parsed.ok ? [parsed.expression] : []
  })
  return { rules, areas: await readAreas(db, expressions) }
})

function selectRules(db: MunicipalityHandle): Promise<StoredRule[]> {
  return db.kysely
    .selectFrom('routing_expression as rule')
    .innerJoin('expression', 'expression.id', 'rule.expression_id')
    .innerJoin('expression_type as type', 'type.id', 'expression.expression_type_id')
    .innerJoin('department', 'department.id', 'rule.department_id')
    .select([
      'rule.id',
      'rule.expression_id as expressionId',
      'rule.order',
      'expression.name',
      'expression.code',
      'rule.department_id as departmentId',
      'department.code as departmentCode',
      'rule.user_id as userId',
    ])
    .where('type.name', '=', ROUTING_EXPRESSION_TYPE)
    .where('rule.is_active', '=', true)
    .orderBy('rule.order')
    .orderBy('rule.id')
    .execute()
}

/** By name of the type, then by code. */
export type RoutingAreas = ExpressionDictionary

/** The areas that expressions name. */
export async function readAreas(
  db: MunicipalityHandle,
  expressions: readonly Expression[],
): Promise<RoutingAreas> {
  const named = expressions.flatMap(listAreaReferences)
  // A rule may also compute which area it asks about; then it can be any of them.
  const wanted = expressions.some(asksAnyArea) ? undefined : named
  if (wanted?.length === 0) return new Map()
  const types = new Map<string, Map<string, { kind: 'area'; geometry: MultiPolygon }>>()
  for (const { type, code, geometry } of await selectAreas(db, wanted)) {
    const areas = types.get(type) ?? new Map()
    areas.set(code, { kind: 'area', geometry: JSON.parse(geometry) })
    types.set(type, areas)
  }
  return types
}

function asksAnyArea(expression: Expression): boolean {
  if (expression.kind === 'or' || expression.kind === 'and') return expression.parts.some(asksAnyArea)
  return expression.kind === 'membership' && expression.path.some(({ kind }) => kind === 'identifier')
}

function selectAreas(db: MunicipalityHandle, wanted: readonly AreaReference[] | undefined) {
  const query = db.kysely
    .selectFrom('area')
    .innerJoin('area_type as type', 'type.id', 'area.area_type_id')
    .select([
      'type.name as type',
      'area.code',
      sql<string>`public.st_asgeojson(area.geometry, 17)`.as('geometry'),
    ])
    .orderBy('area.id')
  if (wanted === undefined) return query.execute()
  const names = wanted.map(({ typeName }) => typeName)
  const codes = wanted.map(({ code }) => code)
  return query
    .where(sql<boolean>`(type.name, area.code) in (select * from unnest(${names}::text[], ${codes}::text[]))`)
    .execute()
}
