import { type Actor, judgePermissions } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { forbidden, invalid } from '../problem.ts'
import { queueJob } from '../queue-job.ts'
import { type Carrying, KIND_RULES, type PreparedKind } from './kinds.ts'

export interface Preparation<Kind extends PreparedKind> extends Carrying<Kind> {
  readonly kind: Kind
  readonly publishAt: Date
}

const LONGEST_AHEAD_MILLISECONDS = 366 * 24 * 3600_000

/** Keeps a change for later. It must be one that could be made now, by the one who prepares it. */
export async function prepareChange<Kind extends PreparedKind>(
  context: Context,
  actor: Actor,
  { kind, objectId, input, publishAt }: Preparation<Kind>,
): Promise<number> {
  const rule = KIND_RULES[kind]
  if (!judgePermissions(actor, rule.operationOf(objectId)).allowed) throw forbidden()
  requireMoment(context, publishAt)
  const title = await rule.titleOf(context, { objectId, input })
  await rehearse(context, (inside) => rule.carryOut(inside, actor, { objectId, input }))
  return context.db.transaction(async (db) => {
    const inside = { ...context, db }
    const { id } = await db.kysely
      .insertInto('prepared_change')
      .values({
        kind,
        object_id: objectId,
        title,
        input: JSON.stringify(input),
        publish_at: publishAt,
        prepared_by: actor.userId,
        prepared_at: context.clock.now(),
        fault: null,
        ended_at: null,
        ended_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await queueJob(
      inside,
      'change.apply',
      { preparedChangeId: id },
      { startAfter: publishAt, key: `change/${id}` },
    )
    await recordInAuditLog(inside, {
      by: actor.email,
      action: 'change.prepared',
      object: { type: 'prepared_change', id: String(id) },
      detail: { kind, of: objectId, title, publishAt },
    })
    return id
  })
}

function requireMoment({ clock }: Context, publishAt: Date): void {
  const ahead = publishAt.getTime() - clock.now().getTime()
  if (ahead <= 0) throw invalid({ publish_at: ['Kies een moment dat nog komt.'] })
  if (ahead > LONGEST_AHEAD_MILLISECONDS) throw invalid({ publish_at: ['Kies een moment binnen een jaar.'] })
}

class Rehearsed extends Error {}

/** Does it and undoes it: whatever is wrong with it is told now, and not only in the night that it is for. */
async function rehearse(context: Context, work: (inside: Context) => Promise<unknown>): Promise<void> {
  try {
    await context.db.transaction(async (db) => {
      await work({ ...context, db })
      throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
}
