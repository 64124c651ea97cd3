import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, findListScope, findSignalKind, type SignalSubject } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import { getCategory, type Reference } from './reference.ts'

/** The rule of `canSeeSignal` as a condition on `signal as s`; undefined when everything may be seen. */
export function whereVisible(db: MunicipalityHandle, actor: Actor): RawBuilder<boolean> | undefined {
  const scope = findListScope(actor)
  switch (scope.kind) {
    case 'everything':
      return undefined
    case 'nothing':
      return sql<boolean>`false`
    case 'departments': {
      const departments = sql`${[...scope.departmentIds]}::integer[]`
      return sql<boolean>`(s.category_id in (
          select category_id from ${db.table('category_department')}
          where can_view and department_id = any(${departments}))
        or s.routing_department_ids && ${departments})`
    }
  }
}

export interface SubjectRow {
  readonly parent_id: number | null
  readonly child_count: number
  readonly category_id: number
  readonly routing_department_ids: readonly number[] | null
}

/** A report as the rights look at it. */
export function subjectOf(row: SubjectRow, reference: Reference): SignalSubject {
  return {
    kind: findSignalKind({ parentId: row.parent_id, childCount: row.child_count }),
    categoryDepartmentIds: getCategory(reference, row.category_id).viewerIds,
    routingDepartmentIds: row.routing_department_ids ?? [],
  }
}
