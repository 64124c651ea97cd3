import { type Actor, canSeeSignal } from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { getSubject } from '../signals/get-subject.ts'
import { type CategoryReference, getCategory, readReference } from '../signals/reference.ts'
import { subjectOf } from '../signals/visibility.ts'
import { listRelationRows, type RelationRow } from './relation-rows.ts'

export interface RelatedSignal {
  readonly id: number
  readonly state: string
  readonly createdAt: Date
  readonly category: CategoryReference
  /** Empty for who may not see it. */
  readonly text: string
  readonly canView: boolean
}

export interface Relation extends RelationRow {
  readonly other: RelatedSignal
}

/** What a report belongs together with; also reports of another department, in outline. */
export async function listRelations(context: Context, actor: Actor, id: number): Promise<Relation[]> {
  await getSubject(context, actor, id, 'signal.relations')
  const rows = await listRelationRows(context, id)
  if (rows.length === 0) return []
  const others = await findSignals(
    context,
    actor,
    rows.map(({ otherId }) => otherId),
  )
  return rows.flatMap((row) => {
    const other = others.get(row.otherId)
    return other ? [{ ...row, other }] : []
  })
}

async function findSignals(context: Context, actor: Actor, ids: readonly number[]) {
  const reference = await readReference(context.db)
  const rows = await context.db.kysely
    .selectFrom('signal')
    .select(['id', 'text', 'status_state', 'created_at', 'category_id', 'parent_id', 'child_count'])
    .select('routing_department_ids')
    .where(anyOf('id', ids))
    .execute()
  return new Map<number, RelatedSignal>(
    rows.map((row) => {
      const canView = canSeeSignal(actor, subjectOf(row, reference))
      return [
        row.id,
        {
          id: row.id,
          state: row.status_state,
          createdAt: row.created_at,
          category: getCategory(reference, row.category_id),
          text: canView ? row.text : '',
          canView,
        },
      ]
    }),
  )
}
