import { decideDirecting, type SignalKind } from '@signalen/domain'
import { invalid, problemOf } from '../../problem.ts'
import { type DepartmentView, pickDepartments, type Reference } from '../reference.ts'
import type { PartChange, Standing } from './part-change.ts'

export function changeDirecting(kind: SignalKind, ids: readonly number[], reference: Reference): PartChange {
  const decision = decideDirecting(kind)
  if (!decision.ok) throw problemOf(decision)
  const departments = getDepartments('directing_departments', ids, reference)
  return {
    columns: { directing_department_ids: departments.map(({ id }) => id) },
    event: { type: 'directing', departmentCodes: departments.map(({ code }) => code) },
  }
}

/** Work that goes from one department to another leaves the person who had it there. */
export function changeRouting(standing: Standing, ids: readonly number[], reference: Reference): PartChange {
  const departments = getDepartments('routing_departments', ids, reference)
  const leaves = standing.assignedUserId !== null && (standing.routingDepartmentIds ?? []).length > 0
  return {
    columns: {
      routing_department_ids: departments.map(({ id }) => id),
      ...(leaves ? { assigned_user_id: null, assigned_user_email: null } : {}),
    },
    event: { type: 'routing', departmentCodes: departments.map(({ code }) => code) },
  }
}

function getDepartments(
  field: 'directing_departments' | 'routing_departments',
  ids: readonly number[],
  reference: Reference,
): readonly DepartmentView[] {
  const departments = pickDepartments(reference, ids) ?? []
  const faults = ids.map((id): Record<string, readonly string[]> => {
    if (departments.some((department) => department.id === id)) return {}
    return { id: [`Ongeldige pk "${id}" - object bestaat niet.`] }
  })
  if (faults.some((fault) => Object.keys(fault).length > 0)) throw invalid({ [field]: faults })
  return departments
}
