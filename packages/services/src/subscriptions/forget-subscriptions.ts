import { sql } from 'kysely'
import { ANONYMISED, ENDED_STATES } from '../background/anonymise-reporters.ts'
import { daysBefore, deleteInPieces, inPieces, PIECE } from '../background/pieces.ts'
import type { Context } from '../context.ts'

/** Of who never confirmed nothing is kept. */
export function clearUnconfirmedSubscriptions(context: Context): Promise<number> {
  const now = context.clock.now()
  const where = sql`confirmed_at is null and confirm_expires_at < ${now}`
  return deleteInPieces(context, { table: 'subscription', key: 'id', where })
}

/** Followers are forgotten as the reporter is: when the report ended and is long past. */
export function forgetFollowers(context: Context): Promise<number> {
  const before = daysBefore(context.clock.now(), context.settings.anonymiseAfterDays)
  return inPieces(() =>
    context.db.transaction(async (trx) => {
      const { rows } = await sql<Follower>`
        delete from ${trx.table('subscription')} where id in (
          select follower.id from ${trx.table('subscription')} follower
          join ${trx.table('signal')} signal on signal.id = follower.signal_id
          where signal.created_at < ${before} and signal.status_state = any(${[...ENDED_STATES]}::text[])
          order by follower.id limit ${PIECE} for update of follower skip locked)
        returning signal_id, email`.execute(trx.kysely)
      await forgetFollowersInMails({ ...context, db: trx }, rows)
      return rows.length
    }),
  )
}

interface Follower {
  readonly signal_id: number
  readonly email: string
}

/** That there was mail stays in the log of the report; to whom does not. */
export async function forgetFollowersInMails({ db }: Context, followers: readonly Follower[]): Promise<void> {
  const signalIds = followers.map(({ signal_id }) => signal_id)
  const emails = followers.map(({ email }) => email)
  await sql`
    update ${db.table('mail')} mail set recipient = ${ANONYMISED},
      state = case when state = 'queued' then 'failed' else state end
    from unnest(${signalIds}::integer[], ${emails}::text[]) as follower (signal_id, email)
    where mail.signal_id = follower.signal_id and lower(mail.recipient) = lower(follower.email)
      and mail.template_key = 'followed_signal_news'`.execute(db.kysely)
}
