import { type CategoryChange, listChangedLanguages } from '@signalen/domain'
import { sql } from 'kysely'
import { recordObjectChange } from '../../settings/object-history.ts'
import type { StoredRow } from '../configuration.ts'
import type { RowChange } from '../plan-import.ts'
import { applyQuestions } from './apply-questions.ts'
import { type ApplyRun, idOf, insertBatches, insertRows, splitChanges } from './apply-run.ts'

type Change = RowChange<'categories'>
type Category = StoredRow<'categories'>

export async function applyCategories(run: ApplyRun, changes: readonly Change[]): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertCategories(
    run,
    added.filter(({ after }) => after.main === null),
  )
  await insertCategories(
    run,
    added.filter(({ after }) => after.main !== null),
  )
  for (const change of changed) await updateCategory(run, change)
  await addServiceLevels(run, changes)
  await applyDepartmentLinks(run, changes)
  await applyQuestions(run, changes)
}

async function insertCategories(run: ApplyRun, added: readonly Change[]): Promise<void> {
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('category')
      .values(
        batch.map(({ after, key }) => ({
          ...categoryColumns(run, after),
          icon: run.iconFiles.get(key) ?? null,
          slug: after.slug,
          parent_id: after.main === null ? null : idOf(run, 'categories', after.main),
          created_at: run.now,
        })),
      )
      .returning('id')
      .execute(),
  )
}

async function updateCategory(run: ApplyRun, change: Change): Promise<void> {
  const id = idOf(run, 'categories', change.key)
  await run.db.kysely
    .updateTable('category')
    .set({ ...categoryColumns(run, change.after), ...(await replaceIcon(run, change, id)) })
    .where('id', '=', id)
    .execute()
  const recorded = {
    kind: 'category',
    id,
    change: findCategoryChange(change),
    at: run.now,
    by: null,
  } as const
  await recordObjectChange(run.db, recorded)
}

/** The former file goes by the work in the background, once this is done for good. */
async function replaceIcon(run: ApplyRun, change: Change, id: number): Promise<{ icon?: string | null }> {
  const file = run.iconFiles.get(change.key) ?? null
  // Somebody gave it another one since the file was read, which stays.
  if (!change.fields.includes('icon') || (change.after.icon !== null && file === null)) return {}
  await sql`insert into ${run.db.table('file_to_delete')} (file_key, created_at)
    select icon, ${run.now} from ${run.db.table('category')} where id = ${id} and icon is not null
    on conflict do nothing`.execute(run.db.kysely)
  return { icon: file }
}

function categoryColumns(run: ApplyRun, row: Category) {
  return {
    name: row.name,
    public_name: row.publicName,
    is_public_accessible: row.isPublicAccessible,
    is_active: row.isActive,
    handling: row.handling,
    handling_message: row.handlingMessage,
    description: row.description,
    note: row.note,
    translations: JSON.stringify(row.translations),
    configuration: row.configuration === null ? null : JSON.stringify(row.configuration),
    updated_at: run.now,
  }
}

function findCategoryChange({ before, after, fields }: Change): CategoryChange {
  const newest = after.serviceLevelObjectives.at(-1)
  const level = newest && { days: newest.days, calendarDays: newest.useCalendarDays }
  return {
    ...(level && fields.includes('serviceLevelObjectives') ? { serviceLevel: level } : {}),
    ...(fields.includes('name') ? { name: after.name } : {}),
    ...(fields.includes('description') ? { description: after.description } : {}),
    ...(fields.includes('icon') ? { icon: after.icon === null ? null : `${after.slug} (configuratie)` } : {}),
    ...(fields.includes('isActive') ? { isActive: after.isActive } : {}),
    ...(fields.includes('translations')
      ? { translations: listChangedLanguages(before?.translations ?? {}, after.translations) }
      : {}),
    ...(fields.includes('handlingMessage') ? { handlingMessage: after.handlingMessage } : {}),
    ...(fields.includes('publicName') ? { publicName: after.publicName } : {}),
    ...(fields.includes('isPublicAccessible') ? { isPublicAccessible: after.isPublicAccessible } : {}),
  }
}

async function addServiceLevels(run: ApplyRun, changes: readonly Change[]): Promise<void> {
  const levels = changes.flatMap(({ key, before, after }) =>
    after.serviceLevelObjectives.slice(before?.serviceLevelObjectives.length ?? 0).map((level) => ({
      category_id: idOf(run, 'categories', key),
      n_days: level.days,
      use_calendar_days: level.useCalendarDays,
      created_at: run.now,
    })),
  )
  await insertBatches(levels, (batch) =>
    run.db.kysely.insertInto('service_level_objective').values(batch).execute(),
  )
}

/** A link that stays keeps its row, as clients know links by their id. */
async function applyDepartmentLinks(run: ApplyRun, changes: readonly Change[]): Promise<void> {
  const concerned = changes.filter(({ before, fields }) => !before || fields.includes('departments'))
  const links = concerned.flatMap(({ key, after }) =>
    after.departments.map(({ code, isResponsible, canView }) => ({
      category_id: idOf(run, 'categories', key),
      department_id: idOf(run, 'departments', code.toLowerCase()),
      is_responsible: isResponsible,
      can_view: canView,
    })),
  )
  for (const { key, before, after } of concerned) {
    const kept = new Set(after.departments.map(({ code }) => code.toLowerCase()))
    const gone =
      before?.departments.map(({ code }) => code.toLowerCase()).filter((code) => !kept.has(code)) ?? []
    if (gone.length > 0) await removeLinks(run, key, gone)
  }
  await insertBatches(links, (batch) =>
    run.db.kysely
      .insertInto('category_department')
      .values(batch)
      .onConflict((conflict) =>
        conflict.constraint('category_department_uq').doUpdateSet(({ ref }) => ({
          is_responsible: ref('excluded.is_responsible'),
          can_view: ref('excluded.can_view'),
        })),
      )
      .execute(),
  )
}

async function removeLinks(run: ApplyRun, category: string, codes: readonly string[]): Promise<void> {
  await run.db.kysely
    .deleteFrom('category_department')
    .where('category_id', '=', idOf(run, 'categories', category))
    .where(
      'department_id',
      'in',
      codes.map((code) => idOf(run, 'departments', code)),
    )
    .execute()
}
