import { findFeedbackClosed } from '@signalen/domain'
import type { Context } from '../context.ts'
import { hashSecret } from '../mail/secret.ts'
import { gone, notFound } from '../problem.ts'

export interface OpenFeedbackForm {
  readonly id: number
  readonly signalId: number
  readonly signalUuid: string
}

/** The form behind a mailed link, while it can be filled in. */
export async function getFeedbackForm(context: Context, token: string): Promise<OpenFeedbackForm> {
  const form = await context.db.kysely
    .selectFrom('feedback as f')
    .innerJoin('signal as s', 's.id', 'f.signal_id')
    .select(['f.id', 'f.signal_id', 'f.created_at', 'f.submitted_at', 's.uuid'])
    .where('f.token_hash', '=', hashSecret(token))
    .executeTakeFirst()
  if (!form) throw notFound('Feedback')
  const closed = findFeedbackClosed(
    { createdAt: form.created_at, submittedAt: form.submitted_at },
    context.clock.now(),
  )
  if (closed) throw gone(closed)
  return { id: form.id, signalId: form.signal_id, signalUuid: form.uuid }
}
