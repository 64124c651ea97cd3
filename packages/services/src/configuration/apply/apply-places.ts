import { sql } from 'kysely'
import type { StoredRow } from '../configuration.ts'
import type { RowChange } from '../plan-import.ts'
import { type ApplyRun, idOf, insertRows, splitChanges } from './apply-run.ts'

export async function applySources(run: ApplyRun, changes: readonly RowChange<'sources'>[]): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('source')
      .values(batch.map(({ after }) => sourceColumns(after)))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    const id = idOf(run, 'sources', key)
    await run.db.kysely.updateTable('source').set(sourceColumns(after)).where('id', '=', id).execute()
  }
}

function sourceColumns(row: StoredRow<'sources'>) {
  return {
    name: row.name,
    description: row.description,
    order: row.order,
    is_active: row.isActive,
    can_be_selected: row.canBeSelected,
    is_public: row.isPublic,
  }
}

export async function applyAreaTypes(
  run: ApplyRun,
  changes: readonly RowChange<'areaTypes'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('area_type')
      .values(batch.map(({ after }) => after))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    const id = idOf(run, 'areaTypes', key)
    await run.db.kysely.updateTable('area_type').set(after).where('id', '=', id).execute()
  }
}

export async function applyAreas(run: ApplyRun, changes: readonly RowChange<'areas'>[]): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('area')
      .values(batch.map(({ after }) => areaColumns(run, after)))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    const id = idOf(run, 'areas', key)
    await run.db.kysely.updateTable('area').set(areaColumns(run, after)).where('id', '=', id).execute()
  }
}

function areaColumns(run: ApplyRun, row: StoredRow<'areas'>) {
  return {
    code: row.code,
    name: row.name,
    area_type_id: idOf(run, 'areaTypes', row.type),
    geometry: sql<string>`public.st_setsrid(public.st_geomfromgeojson(${JSON.stringify(row.geometry)}), 4326)`,
  }
}
