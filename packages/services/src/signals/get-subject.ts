import type { Actor, SignalSubject } from '@signalen/domain'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { type PlainSignalOperation, requireRight } from './get-signal.ts'
import { readReference } from './reference.ts'
import { subjectOf } from './visibility.ts'

/** As much of a report as its rights need, if this person may do this to it. */
export async function getSubject(
  context: Context,
  actor: Actor,
  id: number,
  operation: PlainSignalOperation,
  lock?: 'for update',
): Promise<SignalSubject> {
  const select = context.db.kysely
    .selectFrom('signal')
    .select(['parent_id', 'child_count', 'category_id', 'routing_department_ids'])
    .where('id', '=', id)
  const row = await (lock ? select.forUpdate() : select).executeTakeFirst()
  if (!row) throw notFound('Signal')
  const subject = subjectOf(row, await readReference(context.db))
  requireRight(actor, operation, { subject })
  return subject
}
