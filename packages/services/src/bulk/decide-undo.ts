import type { Priority, StatusCode } from '@signalen/domain'
import { getCategory, pickDepartments, type Reference } from '../signals/reference.ts'
import type { SignalRow } from '../signals/signal-row.ts'
import type { PartChange } from '../signals/update/part-change.ts'
import { restoreStatus } from '../signals/update/restore-status.ts'
import type { Before } from './run-bulk-change.ts'

export const UNDONE_TEXT = 'Ongedaan gemaakt'

interface Undoing {
  readonly row: SignalRow
  readonly before: Before
  readonly reference: Reference
  readonly by: string | null
  readonly at: Date
}

/** Every part that is no longer as it was goes back, and the history tells each of them. */
export function decideUndo(undoing: Undoing): PartChange[] {
  return PARTS.flatMap((part) => part(undoing) ?? [])
}

const PARTS: readonly ((undoing: Undoing) => PartChange | undefined)[] = [
  ({ row, before, by, at }) =>
    row.status_id === before.status_id
      ? undefined
      : restoreStatus({ state: before.status_state as StatusCode, text: UNDONE_TEXT }, { by, at }),
  ({ row, before, reference }) =>
    row.category_id === before.category_id ? undefined : restoreCategory(before, reference),
  ({ row, before, by }) =>
    row.priority === before.priority
      ? undefined
      : {
          columns: { priority: before.priority, priority_created_by: by },
          event: { type: 'priority', priority: before.priority as Priority },
        },
  ({ row, before, reference }) =>
    isSame(row.routing_department_ids, before.routing_department_ids)
      ? undefined
      : {
          columns: { routing_department_ids: before.routing_department_ids },
          event: {
            type: 'routing',
            departmentCodes:
              pickDepartments(reference, before.routing_department_ids)?.map(({ code }) => code) ?? [],
          },
        },
  ({ row, before }) =>
    row.assigned_user_id === before.assigned_user_id
      ? undefined
      : {
          columns: {
            assigned_user_id: before.assigned_user_id,
            assigned_user_email: before.assigned_user_email,
          },
          event: { type: 'assignment', email: before.assigned_user_email },
        },
]

function restoreCategory(before: Before, reference: Reference): PartChange {
  const { handling_message: handlingMessage, deadline, deadline_factor_3: deadlineFactor3 } = before
  return {
    columns: {
      category_id: before.category_id,
      category_assigned_at: before.category_assigned_at,
      category_created_by: before.category_created_by,
      category_text: UNDONE_TEXT,
      handling_message: handlingMessage,
      deadline,
      deadline_factor_3: deadlineFactor3,
    },
    event: { type: 'category', name: getCategory(reference, before.category_id).name },
    facts: {
      categoryId: before.category_id,
      reason: UNDONE_TEXT,
      handlingMessage,
      deadline,
      deadlineFactor3,
    },
  }
}

function isSame(one: readonly number[] | null, other: readonly number[] | null): boolean {
  return JSON.stringify(one ?? []) === JSON.stringify(other ?? [])
}
