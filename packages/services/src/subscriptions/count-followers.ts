import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import { getSubject } from '../signals/get-subject.ts'

/** How many people wait for news of a report. Who they are is shown to nobody. */
export async function countFollowers(context: Context, actor: Actor, signalId: number): Promise<number> {
  await getSubject(context, actor, signalId, 'signal.followers')
  const { count } = await context.db.kysely
    .selectFrom('subscription')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('signal_id', '=', signalId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
