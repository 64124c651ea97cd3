import type { Actor, PermissionCode } from '@signalen/domain'

/** Someone who may do everything. */
export const SUPERUSER: Actor = {
  userId: 1,
  email: 'beheerder@gemeente.example',
  isSuperuser: true,
  isActive: true,
  permissions: new Set(),
  departmentIds: [],
}

/** An employee with these permissions, who sees all categories unless departments are given. */
export function employeeWith(
  permissions: readonly PermissionCode[],
  departmentIds?: readonly number[],
): Actor {
  const sight: readonly PermissionCode[] = departmentIds ? [] : ['sia_can_view_all_categories']
  return {
    userId: 2,
    email: 'medewerker@gemeente.example',
    isSuperuser: false,
    isActive: true,
    permissions: new Set([...permissions, ...sight]),
    departmentIds: departmentIds ?? [],
  }
}
