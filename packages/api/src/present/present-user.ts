import type { Permission, Role, UserDetail, UserListItem } from '@signalen/contract'
import { displayPermission, PERMISSIONS } from '@signalen/domain'
import type { PermissionView, RoleView, UserView } from '@signalen/services'
import { curies, link } from '../links.ts'
import { presentTime } from './time.ts'

export function presentPermission(base: string, { id, codename }: PermissionView): Permission {
  return {
    _links: { self: link(base, `/signals/v1/private/permissions/${id}`) },
    _display: displayPermission(codename),
    id,
    name: PERMISSIONS[codename].name,
    codename,
  }
}

export function presentRole(base: string, { id, name, permissions }: RoleView): Role {
  return {
    _links: { self: link(base, `/signals/v1/private/roles/${id}`) },
    _display: name,
    id,
    name,
    permissions: permissions.map((permission) => presentPermission(base, permission)),
  }
}

export function presentUserListItem(base: string, user: UserView): UserListItem {
  const { id, username, isActive, roles } = user
  return {
    _links: { self: selfLinkOf(base, id) },
    _display: username,
    id,
    username,
    is_active: isActive,
    roles: roles.map(({ name }) => name),
    profile: presentProfile(user),
  }
}

export function presentUser(base: string, user: UserView): UserDetail {
  const { id, username, email, firstName, lastName, isActive, isStaff, isSuperuser } = user
  return {
    _links: { curies: curies(base), self: selfLinkOf(base, id) },
    _display: username,
    id,
    username,
    email,
    first_name: firstName,
    last_name: lastName,
    is_active: isActive,
    is_staff: isStaff,
    is_superuser: isSuperuser,
    roles: user.roles.map((role) => presentRole(base, role)),
    permissions: user.permissions.map((permission) => presentPermission(base, permission)),
    profile: {
      ...presentProfile(user),
      notification_on_user_assignment: user.notifyOnAssignment,
      notification_on_department_assignment: user.notifyOnDepartmentAssignment,
    },
  }
}

function presentProfile({ note, departments, createdAt, updatedAt }: UserView): UserListItem['profile'] {
  return {
    note,
    departments: [...departments],
    created_at: presentTime(createdAt),
    updated_at: presentTime(updatedAt),
  }
}

function selfLinkOf(base: string, id: number): { href: string } {
  return link(base, `/signals/v1/private/users/${id}`)
}
