import {
  type Actor,
  decideBulkCreation,
  decideChildCreation,
  type ProspectiveParent,
  type WireErrors,
} from '@signalen/domain'
import { anyOf } from '../../any-of.ts'
import type { Context } from '../../context.ts'
import { invalid, problemOf } from '../../problem.ts'
import { requireRight } from '../get-signal.ts'
import { appendHistory } from '../history/append-history.ts'
import { readReference } from '../reference.ts'
import { subjectOf } from '../visibility.ts'
import type { Batch } from './check-signals.ts'

/**
 * The parents that children are asked for, locked so that no other children come in between: whether they
 * are there, whether this person may split them, and whether there is room. Null for signals that stand alone.
 */
export async function requireParents(
  context: Context,
  actor: Actor,
  batch: Batch,
): Promise<ProspectiveParent | null> {
  const ids = new Set(batch.signals.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))
  const rows = ids.size === 0 ? [] : await lockSignals(context, ids)
  requireKnown(batch, new Set(rows.map(({ id }) => id)))
  const reference = await readReference(context.db)
  for (const row of rows) requireRight(actor, 'signal.split', { subject: subjectOf(row, reference) })
  const parents = rows.map((row) => ({
    id: row.id,
    isChild: row.parent_id !== null,
    childCount: row.child_count,
  }))
  return decideParent(batch, parents, context.settings.maximumChildren)
}

function lockSignals(context: Context, ids: ReadonlySet<number>) {
  return context.db.kysely
    .selectFrom('signal')
    .select(['id', 'parent_id', 'child_count', 'category_id', 'routing_department_ids'])
    .where(anyOf('id', ids))
    .orderBy('id')
    .forUpdate()
    .execute()
}

function requireKnown({ signals, isList }: Batch, known: ReadonlySet<number>): void {
  const faults = signals.map(({ parentId }): Record<string, readonly string[]> => {
    if (parentId === null || known.has(parentId)) return {}
    return { parent: [`Ongeldige pk "${parentId}" - object bestaat niet.`] }
  })
  if (faults.every((fault) => Object.keys(fault).length === 0)) return
  throw invalid(isList ? (faults as unknown as WireErrors) : (faults[0] ?? {}))
}

function decideParent(
  { signals, isList }: Batch,
  parents: readonly ProspectiveParent[],
  most: number,
): ProspectiveParent | null {
  const wanted = signals.map(({ parentId }) => parents.find(({ id }) => id === parentId) ?? null)
  const [only = null] = wanted
  if (!isList && only === null) return null
  const decision =
    isList || only === null ? decideBulkCreation(wanted, most) : decideChildCreation(only, most)
  if (!decision.ok) throw problemOf(decision)
  return decision.value
}

/** Tells the parent of its new children. */
export async function addChildren(
  context: Context,
  parent: { readonly id: number; readonly childIds: readonly number[]; readonly createdBy: string | null },
): Promise<void> {
  await appendHistory(
    context,
    parent.childIds.map((childId) => ({
      signalId: parent.id,
      createdBy: parent.createdBy,
      event: { type: 'childAdded', childId },
    })),
  )
  await context.db.kysely
    .updateTable('signal')
    .set((eb) => ({
      child_count: eb('child_count', '+', parent.childIds.length),
      version: eb('version', '+', 1),
      updated_at: context.clock.now(),
    }))
    .where('id', '=', parent.id)
    .execute()
}
