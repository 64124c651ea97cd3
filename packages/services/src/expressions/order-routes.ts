import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { recordObjectChange } from '../settings/object-history.ts'

/** Puts routing rules in an order, all at once: who looks in between never finds two in one place. */
export async function orderRoutes(context: Context, actor: Actor, ids: readonly number[]): Promise<void> {
  await context.db.transaction(async (db) => {
    const stored = await db.kysely
      .selectFrom('routing_expression')
      .select(['expression_id', 'order'])
      .forUpdate()
      .execute()
    const known = new Map(stored.map((row) => [row.expression_id, row.order]))
    const isWhole =
      ids.length === known.size && new Set(ids).size === ids.length && ids.every((id) => known.has(id))
    if (!isWhole) throw invalid({ ids: ['De regels zijn ondertussen gewijzigd. Haal ze opnieuw op.'] })
    for (const [index, id] of ids.entries()) {
      const order = index + 1
      if (known.get(id) === order) continue
      await db.kysely
        .updateTable('routing_expression')
        .set({ order })
        .where('expression_id', '=', id)
        .execute()
      await recordObjectChange(db, {
        kind: 'expression',
        id,
        change: { order },
        at: context.clock.now(),
        by: actor.email,
      })
    }
  })
}
