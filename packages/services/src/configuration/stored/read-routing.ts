import type { MunicipalityHandle } from '@signalen/database'
import type { StoredRow } from '../configuration.ts'
import { groupBy, type StoredRows, splitIds } from './stored.ts'

type ContextItem = StoredRow<'expressionTypes'>['context'][number]

export async function readExpressionTypes(db: MunicipalityHandle): Promise<StoredRows<'expressionTypes'>> {
  const types = await db.kysely.selectFrom('expression_type').selectAll().orderBy('id').execute()
  const context = await db.kysely.selectFrom('expression_context').selectAll().orderBy('id').execute()
  const contextOf = groupBy(
    context,
    (item) => item.expression_type_id,
    (item) => ({ identifier: item.identifier, type: item.identifier_type as ContextItem['type'] }),
  )
  return splitIds(
    types.map(({ id, name, description }) => ({ id, row: { name, description, context: contextOf(id) } })),
  )
}

export async function readExpressions(db: MunicipalityHandle): Promise<StoredRows<'expressions'>> {
  const expressions = await db.kysely
    .selectFrom('expression')
    .innerJoin('expression_type', 'expression_type.id', 'expression_type_id')
    .select(['expression.id', 'expression.name', 'expression.code', 'expression_type.name as type'])
    .orderBy('expression.id')
    .execute()
  return splitIds(expressions.map(({ id, name, type, code }) => ({ id, row: { name, type, code } })))
}

export async function readRoutingExpressions(
  db: MunicipalityHandle,
): Promise<StoredRows<'routingExpressions'>> {
  const rules = await db.kysely
    .selectFrom('routing_expression')
    .innerJoin('expression', 'expression.id', 'expression_id')
    .innerJoin('department', 'department.id', 'department_id')
    .leftJoin('app_user', 'app_user.id', 'user_id')
    .select([
      'routing_expression.id',
      'expression.name as expression',
      'department.code as department',
      'app_user.username as user',
      'routing_expression.order',
      'routing_expression.is_active',
    ])
    .orderBy('routing_expression.id')
    .execute()
  return splitIds(rules.map(({ id, is_active, ...rule }) => ({ id, row: { ...rule, isActive: is_active } })))
}
