import type { Context } from '../context.ts'
import { hashSecret } from '../mail/secret.ts'

/** A new link to the feedback form, by a secret of its own unless it is given one; earlier links stay good. */
export async function requestFeedback(
  context: Context,
  signalId: number,
  token: string = context.random.token(),
): Promise<string> {
  await context.db.kysely
    .insertInto('feedback')
    .values({
      token_hash: hashSecret(token),
      signal_id: signalId,
      created_at: context.clock.now(),
      submitted_at: null,
      is_satisfied: null,
      text_list: null,
      text_extra: null,
    })
    .execute()
  await context.db.kysely
    .updateTable('signal')
    .set({ feedback_state: 'not_received' })
    .where('id', '=', signalId)
    .execute()
  return token
}
