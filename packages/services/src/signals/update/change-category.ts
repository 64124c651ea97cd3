import { findDeadlines } from '@signalen/domain'
import { invalid } from '../../problem.ts'
import type { Settings } from '../../settings/settings.ts'
import { findCategoryByAddress } from '../category-address.ts'
import type { CategoryChoice } from '../create/new-signal.ts'
import { calendarOf } from '../create/plan-signal.ts'
import type { CategoryReference, Reference } from '../reference.ts'
import type { PartChange, Standing } from './part-change.ts'

export interface CategoryChange {
  readonly choice: CategoryChoice
  readonly reference: Reference
  readonly settings: Settings
  readonly by: string | null
  readonly at: Date
}

/**
 * Another category is another department's work: whoever had it loses it. Choosing the category that it has
 * already changes nothing.
 */
export function changeCategory(standing: Standing, change: CategoryChange): PartChange | undefined {
  const chosen = findCategoryByAddress(change.reference, change.choice.address)
  if (!chosen.found) throw invalid({ category: { [change.choice.field]: [chosen.message] } })
  const { category } = chosen
  if (category.id === standing.categoryId) return undefined
  const columns = toCategoryColumns(category, standing.createdAt, change)
  return {
    columns: { ...columns, ...NOBODY },
    event: { type: 'category', name: category.name },
    facts: {
      categoryId: category.id,
      reason: change.choice.text,
      handlingMessage: columns.handling_message,
      deadline: columns.deadline,
      deadlineFactor3: columns.deadline_factor_3,
    },
  }
}

export const NOBODY = { routing_department_ids: null, assigned_user_id: null, assigned_user_email: null }

function toCategoryColumns(category: CategoryReference, createdAt: Date, change: CategoryChange) {
  const { deadline, deadlineFactor3 } = findDeadlines(
    createdAt,
    category.serviceLevel,
    calendarOf(change.settings),
  )
  return {
    category_id: category.id,
    category_assigned_at: change.at,
    category_created_by: change.by,
    category_text: change.choice.text,
    handling_message: category.handlingMessage,
    deadline,
    deadline_factor_3: deadlineFactor3,
  }
}
