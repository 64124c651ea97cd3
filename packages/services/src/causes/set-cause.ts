import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { touchSignal } from '../questionnaires/touch-signal.ts'
import { getSubject } from '../signals/get-subject.ts'
import { appendHistory } from '../signals/history/append-history.ts'

export interface CauseView {
  readonly cause: string | null
  /** What can be chosen; what was chosen earlier may not be among it any more. */
  readonly choices: readonly string[]
}

export async function getCause(context: Context, actor: Actor, id: number): Promise<CauseView> {
  await getSubject(context, actor, id, 'signal.cause')
  return viewCause(context, id)
}

/** Null: not known. Choosing what it is already changes nothing. */
export async function setCause(
  context: Context,
  actor: Actor,
  { id, cause }: { readonly id: number; readonly cause: string | null },
): Promise<CauseView> {
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    await getSubject(inside, actor, id, 'signal.changeCause', 'for update')
    if (cause !== null && !context.settings.causes.includes(cause)) {
      throw invalid({ cause: ['Deze oorzaak staat niet in de lijst van uw gemeente.'] })
    }
    if ((await viewCause(inside, id)).cause === cause) return
    await appendHistory(inside, [{ signalId: id, createdBy: actor.email, event: { type: 'cause', cause } }])
    await touchSignal(inside, id, { cause })
  })
  return viewCause(context, id)
}

async function viewCause(context: Context, id: number): Promise<CauseView> {
  const { cause } = await context.db.kysely
    .selectFrom('signal')
    .select('cause')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { cause, choices: context.settings.causes }
}
