import { describeCategoryChange, describeExpressionChange, describeUserChange } from '@signalen/domain'
import type { RecordedChange } from '@signalen/services'
import { presentTime } from './time.ts'

const SYSTEM = 'Signalen systeem'

export function presentUserHistory(changes: readonly RecordedChange<'user'>[]) {
  return changes.map(({ change, ...event }) =>
    presentEvent('UPDATED_USER', event, describeUserChange(change)),
  )
}

export function presentCategoryHistory(changes: readonly RecordedChange<'category'>[]) {
  return changes.map(({ change, ...event }) =>
    presentEvent('UPDATED_CATEGORY', event, describeCategoryChange(change)),
  )
}

export function presentExpressionHistory(changes: readonly RecordedChange<'expression'>[]) {
  return changes.map(({ change, ...event }) =>
    presentEvent('UPDATED_EXPRESSION', event, describeExpressionChange(change)),
  )
}

function presentEvent(
  what: string,
  event: { readonly id: number; readonly at: Date; readonly by: string | null },
  action: string,
) {
  return {
    identifier: `${what}_${event.id}`,
    when: presentTime(event.at),
    what,
    action,
    description: null,
    who: event.by ?? SYSTEM,
  }
}
