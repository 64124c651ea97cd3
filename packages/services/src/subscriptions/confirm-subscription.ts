import { judgeConfirmLink } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { hashSecret } from '../mail/secret.ts'
import { gone, notFound } from '../problem.ts'
import { forgetFollowersInMails } from './forget-subscriptions.ts'

export type SubscriptionKind = 'report' | 'map'

/** Whoever has the link of the mail owns the address. */
export async function confirmSubscription(context: Context, token: string): Promise<SubscriptionKind> {
  return context.db.transaction(async (trx) => {
    const known = await trx.kysely
      .selectFrom('subscription')
      .select(['id', 'signal_id', 'confirmed_at', 'confirm_expires_at'])
      .where('confirm_token_hash', '=', hashSecret(token))
      .forUpdate()
      .executeTakeFirst()
    if (!known) throw notFound()
    const state = { confirmedAt: known.confirmed_at, confirmExpiresAt: known.confirm_expires_at }
    if (judgeConfirmLink(state, context.clock.now()) === 'late') throw gone('Deze link is verlopen.')
    if (known.confirmed_at === null) await confirm({ ...context, db: trx }, known.id)
    return known.signal_id === null ? 'map' : 'report'
  })
}

/** What was on the map already is no news. */
async function confirm(context: Context, id: number): Promise<void> {
  const now = context.clock.now()
  await context.db.kysely
    .updateTable('subscription')
    .set({
      confirmed_at: now,
      told_at: now,
      told_through: sql<number>`
        (select coalesce(max(signal_id), 0) from ${context.db.table('public_map_signal')})`,
    })
    .where('id', '=', id)
    .execute()
}

/** By the link that stands in every mail. */
export async function stopSubscription(context: Context, stopToken: string): Promise<SubscriptionKind> {
  return context.db.transaction(async (trx) => {
    const stopped = await trx.kysely
      .deleteFrom('subscription')
      .where('stop_token', '=', stopToken)
      .returning(['signal_id', 'email'])
      .executeTakeFirst()
    if (!stopped) throw notFound()
    if (stopped.signal_id === null) return 'map'
    await forgetFollowersInMails({ ...context, db: trx }, [{ ...stopped, signal_id: stopped.signal_id }])
    return 'report'
  })
}
