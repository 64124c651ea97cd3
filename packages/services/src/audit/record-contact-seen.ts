import { type Actor, hasPermission } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

interface SeenSignal {
  readonly id: number
  readonly reporter_email: string | null
  readonly reporter_phone: string | null
}

export const CONTACT_SEEN = 'contact.seen'

/**
 * Keeps who was shown how to reach a reporter. Once an hour for each person and report: screens ask again for
 * what is open on them.
 */
export async function recordContactSeen(context: Context, actor: Actor, signal: SeenSignal): Promise<void> {
  const hasContact = signal.reporter_email !== null || signal.reporter_phone !== null
  if (!hasContact || !hasPermission(actor, 'sia_can_view_contact_details')) return
  const now = context.clock.now()
  const since = new Date(now.getTime() - 3_600_000)
  const log = context.db.table('audit_log')
  await sql`
    insert into ${log} (occurred_at, actor, action, object_type, object_id)
    select ${now}, ${actor.email}, ${CONTACT_SEEN}, 'signal', ${String(signal.id)}
    where not exists (
      select 1 from ${log}
      where occurred_at > ${since} and actor = ${actor.email} and action = ${CONTACT_SEEN}
        and object_id = ${String(signal.id)}
    )`.execute(context.db.kysely)
}
