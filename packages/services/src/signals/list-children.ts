import { type Actor, canSeeSignal, judge } from '@signalen/domain'
import type { Context } from '../context.ts'
import { forbidden, notFound, Problem } from '../problem.ts'
import { type CategoryReference, getCategory, readReference } from './reference.ts'
import { subjectOf } from './visibility.ts'

export interface ChildView {
  readonly id: number
  readonly state: string
  readonly updatedAt: Date
  readonly category: CategoryReference
  readonly canView: boolean
}

/** The parts of a report that was split; also those that are another department's, in outline. */
export async function listChildren(context: Context, actor: Actor, parentId: number): Promise<ChildView[]> {
  await requireParent(context, actor, parentId)
  const reference = await readReference(context.db)
  const rows = await context.db.kysely
    .selectFrom('signal')
    .select([
      'id',
      'status_state',
      'updated_at',
      'category_id',
      'parent_id',
      'child_count',
      'routing_department_ids',
    ])
    .where('parent_id', '=', parentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.status_state,
    updatedAt: row.updated_at,
    category: getCategory(reference, row.category_id),
    canView: canSeeSignal(actor, subjectOf(row, reference)),
  }))
}

async function requireParent(context: Context, actor: Actor, id: number): Promise<void> {
  const row = await context.db.kysely
    .selectFrom('signal')
    .select(['parent_id', 'child_count', 'category_id', 'routing_department_ids'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Signal')
  const subject = subjectOf(row, await readReference(context.db))
  if (!judge(actor, 'signal.children', subject).allowed) throw forbidden()
  if (row.parent_id !== null) {
    throw childless(`Signal ${id} has no children, it itself is a child signal.`)
  }
  if (row.child_count === 0) throw childless(`Signal ${id} has no children.`)
}

function childless(detail: string): Problem {
  return new Problem(404, { detail })
}
