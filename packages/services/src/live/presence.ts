import type { Actor } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { getSubject } from '../signals/get-subject.ts'

const PRESENT_SECONDS = 40
const FORGOTTEN_SECONDS = 600

/** Says that someone looks at a report now. Answers who else does, by name. */
export async function showPresence(context: Context, actor: Actor, id: number): Promise<string[]> {
  await getSubject(context, actor, id, 'signal.presence')
  const now = context.clock.now()
  const table = context.db.table('signal_presence')
  await sql`
    insert into ${table} as known (signal_id, user_id, seen_at) values (${id}, ${actor.userId}, ${now})
    on conflict (signal_id, user_id) do update set seen_at = excluded.seen_at`.execute(context.db.kysely)
  await sql`delete from ${table} where seen_at < ${secondsBefore(now, FORGOTTEN_SECONDS)}`.execute(
    context.db.kysely,
  )
  const others = await context.db.kysely
    .selectFrom('signal_presence as presence')
    .innerJoin('app_user as person', 'person.id', 'presence.user_id')
    .select(['person.email', 'person.first_name', 'person.last_name'])
    .where('presence.signal_id', '=', id)
    .where('presence.user_id', '<>', actor.userId)
    .where('presence.seen_at', '>=', secondsBefore(now, PRESENT_SECONDS))
    .orderBy('person.id')
    .execute()
  return others.map((person) => `${person.first_name} ${person.last_name}`.trim() || person.email)
}

export async function endPresence(context: Context, actor: Actor, id: number): Promise<void> {
  await getSubject(context, actor, id, 'signal.presence')
  await context.db.kysely
    .deleteFrom('signal_presence')
    .where('signal_id', '=', id)
    .where('user_id', '=', actor.userId)
    .execute()
}

function secondsBefore(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() - seconds * 1000)
}
