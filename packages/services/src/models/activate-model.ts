import { FORMAT_VERSION } from '@signalen/classification'
import { type Actor, judge } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { conflict, forbidden, notFound } from '../problem.ts'
import { queueJudging } from './queue-judging.ts'

/** Puts a version in use, or the model that comes with the product. It counts from the next report on. */
export async function activateModel(
  context: Context,
  actor: Actor,
  version: number | 'shipped',
): Promise<void> {
  if (!judge(actor, 'suggestionModel.activate').allowed) throw forbidden()
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    if (version === 'shipped') await switchBack(inside)
    else await switchOn(inside, version, actor.email)
    await recordInAuditLog(inside, {
      by: actor.email,
      action: 'classification_model.activated',
      object: { type: 'classification_model', id: String(version) },
    })
  })
}

async function switchBack(context: Context): Promise<void> {
  await switchOff(context)
  await queueJudging(context)
}

/** From then on the model that comes with the product is in use. */
async function switchOff(context: Context): Promise<void> {
  await context.db.kysely
    .updateTable('classification_model')
    .set({ is_active: false })
    .where('is_active', '=', true)
    .execute()
}

/** To be called in a transaction. How good the suggestions are then, is looked at soon. */
export async function switchOn(context: Context, id: number, by: string | null): Promise<void> {
  await switchOff(context)
  const version = await context.db.kysely
    .updateTable('classification_model')
    .set({ is_active: true, activated_at: context.clock.now(), activated_by: by })
    .where('id', '=', id)
    .returning('format')
    .executeTakeFirst()
  if (!version) throw notFound('Model')
  if (version.format !== FORMAT_VERSION) {
    throw conflict('Dit model is gemaakt met een andere versie van Signalen en kan niet worden gebruikt.')
  }
  await queueJudging(context)
}
