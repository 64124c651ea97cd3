import type { StoredRow } from '../configuration.ts'
import type { RowChange } from '../plan-import.ts'
import { type ApplyRun, idOf, insertBatches, insertRows, splitChanges } from './apply-run.ts'

export async function applyExpressionTypes(
  run: ApplyRun,
  changes: readonly RowChange<'expressionTypes'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('expression_type')
      .values(batch.map(({ after: { name, description } }) => ({ name, description })))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    await run.db.kysely
      .updateTable('expression_type')
      .set({ description: after.description })
      .where('id', '=', idOf(run, 'expressionTypes', key))
      .execute()
  }
  await replaceContext(run, changes)
}

async function replaceContext(
  run: ApplyRun,
  changes: readonly RowChange<'expressionTypes'>[],
): Promise<void> {
  const concerned = changes.filter(({ before, fields }) => !before || fields.includes('context'))
  if (concerned.length === 0) return
  const ids = concerned.map(({ key }) => idOf(run, 'expressionTypes', key))
  await run.db.kysely.deleteFrom('expression_context').where('expression_type_id', 'in', ids).execute()
  const items = concerned.flatMap(({ key, after }) =>
    after.context.map(({ identifier, type }) => ({
      expression_type_id: idOf(run, 'expressionTypes', key),
      identifier,
      identifier_type: type,
    })),
  )
  await insertBatches(items, (batch) =>
    run.db.kysely.insertInto('expression_context').values(batch).execute(),
  )
}

export async function applyExpressions(
  run: ApplyRun,
  changes: readonly RowChange<'expressions'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('expression')
      .values(
        batch.map(({ after: { name, type, code } }) => ({
          name,
          code,
          expression_type_id: idOf(run, 'expressionTypes', type),
        })),
      )
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    const id = idOf(run, 'expressions', key)
    await run.db.kysely.updateTable('expression').set({ code: after.code }).where('id', '=', id).execute()
  }
}

export async function applyRoutingExpressions(
  run: ApplyRun,
  changes: readonly RowChange<'routingExpressions'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('routing_expression')
      .values(batch.map(({ after }) => ruleColumns(run, after)))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    await run.db.kysely
      .updateTable('routing_expression')
      .set(ruleColumns(run, after))
      .where('id', '=', idOf(run, 'routingExpressions', key))
      .execute()
  }
}

function ruleColumns(run: ApplyRun, row: StoredRow<'routingExpressions'>) {
  return {
    expression_id: idOf(run, 'expressions', `routing/${row.expression}`),
    department_id: idOf(run, 'departments', row.department.toLowerCase()),
    user_id: row.user === null ? null : idOf(run, 'users', row.user.toLowerCase()),
    order: row.order,
    is_active: row.isActive,
  }
}
