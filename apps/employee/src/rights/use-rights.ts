import { type Actor, judgePermissions, type Operation } from '@signalen/domain'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { meOptions } from '../api/reference.ts'
import type { User } from '../api/wire.ts'

/** The rules of rights, about the person who is signed in. The server judges again, and about the one report. */
export function toActor(user: User): Actor {
  const ofRoles = user.roles.flatMap((role) => role.permissions)
  return {
    userId: user.id,
    email: user.email,
    isSuperuser: user.is_superuser,
    isActive: user.is_active,
    permissions: new Set([...ofRoles, ...user.permissions].map(({ codename }) => codename)),
    departmentIds: [],
  }
}

export interface Rights {
  readonly user: User | undefined
  may(operation: Operation): boolean
  has(permission: string): boolean
}

export function useRights(): Rights {
  const { data: user } = useQuery(meOptions)
  return useMemo(() => {
    const actor = user ? toActor(user) : null
    return {
      user,
      may: (operation) => judgePermissions(actor, operation).allowed,
      has: (permission) => actor !== null && (actor.isSuperuser || actor.permissions.has(permission)),
    }
  }, [user])
}
