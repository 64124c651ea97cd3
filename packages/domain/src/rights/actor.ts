import type { PermissionCode } from './permissions.ts'

/** The signed-in employee (or machine) that asks for something. */
export interface Actor {
  readonly userId: number
  readonly email: string
  readonly isSuperuser: boolean
  readonly isActive: boolean
  /** Of the person and of their roles together. */
  readonly permissions: ReadonlySet<string>
  readonly departmentIds: readonly number[]
}

export function hasPermission(actor: Actor, permission: PermissionCode): boolean {
  if (!actor.isActive) return false
  return actor.isSuperuser || actor.permissions.has(permission)
}
