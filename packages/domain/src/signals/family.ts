import { accept, type Decision, type Refusal, refuse } from '../refusal.ts'
import type { SignalKind } from './kinds.ts'

/** Unless a municipality sets another number. */
export const MOST_CHILDREN = 10
export const MOST_IN_BULK = 10

export interface ProspectiveParent {
  readonly id: number
  readonly isChild: boolean
  readonly childCount: number
}

/** Whether one more child may be made of this signal. */
export function decideChildCreation(
  parent: ProspectiveParent,
  most: number = MOST_CHILDREN,
): Decision<ProspectiveParent> {
  if (parent.isChild) return refuse(['A child of a child is not allowed'])
  if (parent.childCount >= most) {
    return refuse(['Maximum number of children reached for the parent Signal'])
  }
  return accept(parent)
}

/** Whether signals may be made together; of each the parent, or `null` for one that stands alone. */
export function decideBulkCreation(
  parents: readonly (ProspectiveParent | null)[],
  most: number = MOST_CHILDREN,
): Decision<ProspectiveParent | null> {
  if (parents.length > MOST_IN_BULK) {
    return refuseWhole(`Only a maximum of ${MOST_IN_BULK} Signals can be created in bulk`)
  }
  const distinct = new Set(parents.map((parent) => parent?.id))
  if (distinct.size > 1 && distinct.has(undefined)) {
    return refuseWhole('Only Signals OR Child Signals (of the same parent) can be created in bulk')
  }
  if (distinct.size > 1) return refuseWhole("All Parent ID's must be the same Signal")
  const [parent = null] = parents
  return parent === null ? accept(null) : decideChildren(parent, parents.length, most)
}

function decideChildren(parent: ProspectiveParent, count: number, most: number): Decision<ProspectiveParent> {
  if (parent.isChild) {
    return refuseWhole('The given parent Signal is itself a child, therefore it cannot have children')
  }
  if (parent.childCount >= most) {
    return refuseWhole(`Maximum number of ${most} child Signals reached for parent Signal`)
  }
  if (parent.childCount + count > most) {
    return refuseWhole(
      'Cannot create the given child signals because this will exceed the maximum of children allowed on a ' +
        `Signal. Which is set to ${most} child Signals per parent Signal`,
    )
  }
  return accept(parent)
}

export function decideDirecting(kind: SignalKind): Decision<null> {
  return kind === 'parent'
    ? accept(null)
    : refuse(['Directing departments can only be set on a parent Signal'])
}

/** Which attachments a new child may take along. `parentAttachmentIds` is `null` without a parent. */
export function decideAttachmentCopies(
  attachmentIds: readonly number[],
  parentAttachmentIds: readonly number[] | null,
): Decision<readonly number[]> {
  if (attachmentIds.length === 0) return accept(attachmentIds)
  if (parentAttachmentIds === null) {
    return refuse({ attachments: ['Attachments can only be copied when creating a child Signal'] })
  }
  return attachmentIds.every((id) => parentAttachmentIds.includes(id))
    ? accept(attachmentIds)
    : refuse({ attachments: ['Attachments can only be copied from the parent Signal'] })
}

/** By field of the request: under which key it is refused, and how. */
const NOT_ON_CREATION = new Map([
  ['status', ['status', 'Status cannot be set on initial creation']],
  [
    'directing_departments',
    ['directing_departments_assignment', 'Directing departments cannot be set on initial creation'],
  ],
  [
    'routing_departments',
    ['routing_assignment', 'Signal departments relation cannot be set on initial creation'],
  ],
  ['notes', ['notes', 'Notes cannot be set on initial creation']],
  ['assigned_user_email', ['assigned_user_email', 'Assigned user cannot be set on initial creation']],
] as const)

/** What belongs to a signal that exists cannot be given to one that is being made. */
export function findCreationRefusal(fields: readonly string[]): Refusal | undefined {
  const refused = [...NOT_ON_CREATION].filter(([field]) => fields.includes(field))
  if (refused.length === 0) return undefined
  return refuse(Object.fromEntries(refused.map(([, [key, message]]) => [key, [message]])))
}

function refuseWhole(message: string): Refusal {
  return refuse({ non_field_errors: [message] })
}
