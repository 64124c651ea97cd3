import { type Actor, hasPermission } from './actor.ts'

/** The departments through which people may see one signal. */
export interface SignalVisibility {
  /** Departments that are responsible for its current category or may view it. */
  readonly categoryDepartmentIds: readonly number[]
  /** Departments of its current routing; an earlier routing gives no sight any more. */
  readonly routingDepartmentIds: readonly number[]
}

/** The same rule as `canSeeSignal`, as data for a query over many signals. */
export type ListScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'departments'; readonly departmentIds: readonly number[] }

export function findListScope(actor: Actor): ListScope {
  if (hasPermission(actor, 'sia_can_view_all_categories')) return { kind: 'everything' }
  if (!hasPermission(actor, 'sia_read') || actor.departmentIds.length === 0) return { kind: 'nothing' }
  return { kind: 'departments', departmentIds: actor.departmentIds }
}

export function canSeeSignal(actor: Actor, signal: SignalVisibility): boolean {
  const scope = findListScope(actor)
  switch (scope.kind) {
    case 'everything':
      return true
    case 'nothing':
      return false
    case 'departments':
      return scope.departmentIds.some(
        (id) => signal.categoryDepartmentIds.includes(id) || signal.routingDepartmentIds.includes(id),
      )
  }
}
