import {
  canSeeSignal,
  describeMentionMail,
  displayNumber,
  findMentionedNames,
  resolveMentions,
} from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { getMailSignal } from '../mail/mail-signal.ts'
import { queueSignalMail } from '../mail/queue-signal-mail.ts'
import { readReference } from '../signals/reference.ts'
import { subjectOf } from '../signals/visibility.ts'
import { findActorById } from '../users/find-actor.ts'

export interface WrittenNote {
  readonly signalId: number
  readonly historyId: number
  readonly text: string
  /** E-mail address of who wrote it. */
  readonly by: string | null
}

/**
 * Tells colleagues that they are named in a note: those who wish mail about their work, and may see the report. The
 * note itself stays where it is. In the transaction of the change.
 */
export async function planMentionMails(context: Context, note: WrittenNote): Promise<void> {
  for (const person of await listMentioned(context, note.text, note.by)) {
    if (await maySee(context, person.id, note.signalId)) await tell(context, note, person)
  }
}

/** Who is named in a text and wishes to hear of it; not whoever wrote it. */
export async function listMentioned(context: Context, text: string, by: string | null): Promise<Person[]> {
  const names = findMentionedNames(text)
  if (names.length === 0) return []
  const people = await findPeople(context, names)
  const meant = resolveMentions(
    names,
    people.map(({ email }) => email),
  )
  return people.filter(
    ({ email, notification_on_user_assignment: wishes }) => meant.includes(email) && wishes && email !== by,
  )
}

/** Also those who do not wish mail: they decide whose a short name is. */
function findPeople(context: Context, names: readonly string[]) {
  return context.db.kysely
    .selectFrom('app_user')
    .select(['id', 'email', 'first_name', 'last_name', 'notification_on_user_assignment'])
    .where('is_active', '=', true)
    .where(
      sql<boolean>`(lower(email) = any(${names}::text[]) or split_part(lower(email), '@', 1) = any(${names}::text[]))`,
    )
    .orderBy('id')
    .execute()
}

type Person = Awaited<ReturnType<typeof findPeople>>[number]

async function maySee(context: Context, userId: number, signalId: number): Promise<boolean> {
  const actor = await findActorById(context, userId)
  const row = await context.db.kysely
    .selectFrom('signal')
    .select(['parent_id', 'child_count', 'category_id', 'routing_department_ids'])
    .where('id', '=', signalId)
    .executeTakeFirstOrThrow()
  return actor !== undefined && canSeeSignal(actor, subjectOf(row, await readReference(context.db)))
}

async function tell(context: Context, note: WrittenNote, person: Person): Promise<void> {
  const signal = await getMailSignal(context, note.signalId)
  await queueSignalMail(context, signal, {
    ...describeMentionMail(displayNumber(note.signalId, context.settings.idPrefix)),
    cause: `mention:${note.historyId}:${person.id}`,
    to: person.email,
    variables: () => ({
      signal_url: `${context.citizenUrl}/manage/incident/${note.signalId}`,
      recipient_full_name: `${person.first_name} ${person.last_name}`.trim() || person.email,
      mentioned_by: note.by ?? 'Een collega',
    }),
  })
}
