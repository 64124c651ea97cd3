import type { Actor, StoredOptions } from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { getStoredFilter } from './stored-filters.ts'

export interface SharedFilter {
  readonly id: number
  readonly name: string
  readonly options: StoredOptions
  readonly department: { readonly code: string; readonly name: string }
  readonly createdBy: string
  readonly isOwn: boolean
}

/** What one shares oneself, and what others share with the departments that one is in. */
export async function listSharedFilters(context: Context, actor: Actor): Promise<SharedFilter[]> {
  const rows = await context.db.kysely
    .selectFrom('stored_filter as filter')
    .innerJoin('department', 'department.id', 'filter.shared_department_id')
    .select(['filter.id', 'filter.name', 'filter.options', 'filter.created_by'])
    .select(['department.code', 'department.name as department_name'])
    .where((eb) =>
      eb.or([
        eb('filter.created_by', '=', actor.email),
        anyOf('filter.shared_department_id', actor.departmentIds),
      ]),
    )
    .orderBy('department.name')
    .orderBy('filter.name')
    .orderBy('filter.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    options: row.options as StoredOptions,
    department: { code: row.code, name: row.department_name },
    createdBy: row.created_by,
    isOwn: row.created_by === actor.email,
  }))
}

/** Only a filter of one's own; null keeps it to oneself again. What it finds still follows from who looks. */
export async function shareFilter(
  context: Context,
  actor: Actor,
  { id, departmentCode }: { readonly id: number; readonly departmentCode: string | null },
): Promise<SharedFilter[]> {
  await getStoredFilter(context, actor, id)
  const departmentId = departmentCode === null ? null : await getDepartmentId(context, departmentCode)
  await context.db.kysely
    .updateTable('stored_filter')
    .set({ shared_department_id: departmentId, updated_at: context.clock.now() })
    .where('id', '=', id)
    .execute()
  return listSharedFilters(context, actor)
}

async function getDepartmentId(context: Context, code: string): Promise<number> {
  const department = await context.db.kysely
    .selectFrom('department')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  if (!department) throw invalid({ department: ['Deze afdeling is er niet.'] })
  return department.id
}
