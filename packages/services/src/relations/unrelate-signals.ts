import type { Actor, StatusCode } from '@signalen/domain'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { writeParts } from '../signals/update/carry-out.ts'
import { restoreStatus } from '../signals/update/restore-status.ts'
import { lockPair, tellBoth } from './relate-signals.ts'
import { findRelation } from './relation-rows.ts'

const NOT_DUPLICATE_TEXT = 'Toch geen dubbele melding'

/** Ends what is between two reports. A duplicate that nobody touched since goes on where it was, without a mail. */
export async function unrelateSignals(
  context: Context,
  actor: Actor,
  between: { readonly id: number; readonly otherId: number },
): Promise<void> {
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const { signal, other } = await lockPair(inside, actor, between)
    const relation = await findRelation(inside, signal.id, other.id)
    if (!relation) throw notFound('Relation')
    await trx.kysely
      .deleteFrom('signal_relation')
      .where('signal_id', '=', relation.signal_id)
      .where('other_id', '=', relation.other_id)
      .execute()
    const duplicate = relation.signal_id === signal.id ? signal : other
    if (relation.state_before !== null && duplicate.status_id === relation.closed_status_id) {
      const part = restoreStatus(
        { state: relation.state_before as StatusCode, text: NOT_DUPLICATE_TEXT },
        { by: actor.email, at: context.clock.now() },
      )
      await writeParts(inside, duplicate.id, [part], actor.email)
    }
    await tellBoth(inside, actor, {
      id: relation.signal_id,
      otherId: relation.other_id,
      kind: relation.kind,
      isEnded: true,
    })
  })
}
