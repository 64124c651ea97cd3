import type { Context } from '@signalen/services'

/** The newest link of a kind in the mails about a report, as its reader would find it. */
export async function findLinkInMail(
  context: Context,
  { signalId, pattern }: { signalId: number; pattern: RegExp },
): Promise<string> {
  const mails = await context.db.kysely
    .selectFrom('mail')
    .select('body_text')
    .where('signal_id', '=', signalId)
    .orderBy('id', 'desc')
    .execute()
  for (const { body_text } of mails) {
    const found = pattern.exec(body_text)?.[1]
    if (found) return found
  }
  throw new Error(`no mail about report ${signalId} holds such a link`)
}
