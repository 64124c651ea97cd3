import { isEmailAddress } from '@signalen/domain'
import type { DepartmentRow, User } from '../../api/wire.ts'

export interface UserInput {
  readonly username: string
  readonly firstName: string
  readonly lastName: string
  readonly isActive: boolean
  readonly roleIds: readonly string[]
  readonly departmentIds: readonly string[]
  readonly note: string
  readonly notifyUser: boolean
  readonly notifyDepartment: boolean
}

export function toUserInput(user: User | undefined, departments: readonly DepartmentRow[]): UserInput {
  const names = user?.profile.departments ?? []
  return {
    username: user?.username ?? '',
    firstName: user?.first_name ?? '',
    lastName: user?.last_name ?? '',
    isActive: user?.is_active ?? true,
    roleIds: user?.roles.map(({ id }) => String(id)) ?? [],
    departmentIds: departments.filter(({ name }) => names.includes(name)).map(({ id }) => String(id)),
    note: user?.profile.note ?? '',
    notifyUser: user?.profile.notification_on_user_assignment ?? false,
    notifyDepartment: user?.profile.notification_on_department_assignment ?? false,
  }
}

export function isUserRight({ username }: UserInput): boolean {
  return isEmailAddress(username.trim())
}

/** As the API takes it; the address to sign in with is given once. */
export function toUserBody(input: UserInput, isNew: boolean): Record<string, unknown> {
  return {
    ...(isNew && { username: input.username.trim() }),
    first_name: input.firstName.trim(),
    last_name: input.lastName.trim(),
    is_active: input.isActive,
    role_ids: input.roleIds.map(Number),
    profile: {
      note: input.note.trim() || null,
      department_ids: input.departmentIds.map(Number),
      notification_on_user_assignment: input.notifyUser,
      notification_on_department_assignment: input.notifyDepartment,
    },
  }
}
