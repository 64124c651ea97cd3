import { type Actor, canSeeSignal } from '@signalen/domain'
import type { Context } from '../context.ts'
import { findHandlerToTell, listMembersToTell } from '../notifications/plan-assignment-mails.ts'
import { listMentioned } from '../notifications/plan-mention-mails.ts'
import { readReference } from '../signals/reference.ts'
import { subjectOf } from '../signals/visibility.ts'
import { findActorById } from '../users/find-actor.ts'
import type { BulkChanges } from './bulk-rows.ts'

/** A report as it stands before the change. */
export interface StandingItem {
  readonly assigned_user_id: number | null
  readonly routing_department_ids: readonly number[] | null
  readonly category_id: number
  readonly parent_id: number | null
  readonly child_count: number
}

interface Counting {
  readonly items: readonly StandingItem[]
  readonly changes: BulkChanges
}

/**
 * How many mails colleagues get of a change: those who get the reports, those in the departments that get them, and
 * those who are named in the note. What routing rules do after another category is not known beforehand.
 */
export async function countColleagueMails(
  context: Context,
  actor: Actor,
  counting: Counting,
): Promise<number> {
  if (counting.items.length === 0) return 0
  return (
    (await countToHandler(context, counting)) +
    (await countToDepartments(context, counting)) +
    (await countToMentioned(context, actor, counting))
  )
}

async function countToHandler(
  context: Context,
  { items, changes: { assignedUserEmail } }: Counting,
): Promise<number> {
  if (!assignedUserEmail) return 0
  const user = await context.db.kysely
    .selectFrom('app_user')
    .select('id')
    .where('email', '=', assignedUserEmail)
    .executeTakeFirst()
  if (!user || !(await findHandlerToTell(context, user.id, null))) return 0
  return items.filter(({ assigned_user_id: before }) => before !== user.id).length
}

async function countToDepartments(
  context: Context,
  { items, changes: { routingDepartmentIds = [] } }: Counting,
): Promise<number> {
  const members = new Map<number, readonly number[]>()
  for (const id of routingDepartmentIds) {
    const told = await listMembersToTell(context, [id])
    members.set(
      id,
      told.map(({ userId }) => userId),
    )
  }
  const told = items.map(({ routing_department_ids: before }) => {
    const added = routingDepartmentIds.filter((id) => !before?.includes(id))
    return new Set(added.flatMap((id) => members.get(id) ?? [])).size
  })
  return told.reduce((sum, count) => sum + count, 0)
}

async function countToMentioned(
  context: Context,
  actor: Actor,
  { items, changes: { note, routingDepartmentIds } }: Counting,
): Promise<number> {
  if (!note) return 0
  const reference = await readReference(context.db)
  let count = 0
  for (const { id } of await listMentioned(context, note, actor.email)) {
    const person = await findActorById(context, id)
    if (!person) continue
    count += items.filter((item) =>
      canSeeSignal(
        person,
        subjectOf(
          { ...item, routing_department_ids: routingDepartmentIds ?? item.routing_department_ids },
          reference,
        ),
      ),
    ).length
  }
  return count
}
