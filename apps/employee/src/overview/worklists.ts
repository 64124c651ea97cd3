import { OPEN_STATUS_CODES } from '@signalen/domain'
import type { Filters } from '../filters/list-query.ts'
import type { Messages } from '../messages/nl.ts'

export type WorklistName = keyof Messages['overview']['lists']

export interface Worklist {
  readonly name: WorklistName
  readonly filters: Filters
}

/** The lists that everybody starts with. Whose they are about is filled in. */
export function listWorklists(me: {
  readonly email: string
  readonly departmentCodes: readonly string[]
}): Worklist[] {
  const isOpen = { status: OPEN_STATUS_CODES }
  return [
    { name: 'mine', filters: { ...isOpen, assigned_user_email: [me.email] } },
    ...(me.departmentCodes.length > 0
      ? [{ name: 'team' as const, filters: { ...isOpen, routing_department_code: me.departmentCodes } }]
      : []),
    { name: 'fresh', filters: { status: ['m'] } },
    { name: 'late', filters: { punctuality: ['late'] } },
    { name: 'unassigned', filters: { ...isOpen, assigned_user_email: ['null'] } },
    { name: 'reaction', filters: { status: ['reaction received'] } },
    { name: 'reopen', filters: { status: ['reopen requested'] } },
    { name: 'changedParts', filters: { kind: ['parent_signal'], has_changed_children: ['true'] } },
    { name: 'open', filters: isOpen },
    { name: 'all', filters: {} },
  ]
}
