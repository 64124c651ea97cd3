import { PUBLIC_UPLOAD_STATUS_CODES, type StatusCode } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { UploadedFile } from '../ports.ts'
import { invalid } from '../problem.ts'
import { getPublicSignal } from '../signals/get-public-signal.ts'
import { type AttachmentRow, addAttachmentRows } from './attachment-rows.ts'
import { inspectFile, keepFile, keepOrRemove } from './store-file.ts'

const FEEDBACK_DAYS = 14

/** A photo that whoever knows the secret number of a report adds to it, as long as one is welcome. */
export async function addPublicAttachment(
  context: Context,
  uuid: string,
  file: UploadedFile,
): Promise<AttachmentRow> {
  const signal = await getPublicSignal(context, uuid)
  // What is wrong with the file is told first, as clients know it; what is not welcome is not stored.
  const inspected = await inspectFile(context, file, 'public')
  await requireWelcome(context, signal.id, signal.status_state as StatusCode)
  const kept = await keepFile(context, file, inspected)
  return keepOrRemove(context, [kept], () =>
    context.db.transaction(async (trx) => {
      const inside = { ...context, db: trx }
      const state = await lockState(inside, signal.id)
      await requireWelcome(inside, signal.id, state)
      const [row] = await addAttachmentRows(inside, {
        signalId: signal.id,
        files: [kept],
        public: true,
        createdBy: null,
        notes: [`Bijlage toegevoegd door melder: ${kept.file_name}`],
        noteBy: null,
      })
      if (!row) throw new Error('an attachment was written and did not come back')
      return row
    }),
  )
}

async function lockState(context: Context, signalId: number): Promise<StatusCode> {
  const row = await context.db.kysely
    .selectFrom('signal')
    .select('status_state')
    .where('id', '=', signalId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.status_state as StatusCode
}

async function requireWelcome(context: Context, signalId: number, state: StatusCode): Promise<void> {
  if (!PUBLIC_UPLOAD_STATUS_CODES.includes(state)) {
    throw invalid(['Public uploads not allowed in current signal state.'])
  }
  if (state === 'o' && !(await expectsFeedback(context, signalId))) {
    throw invalid(['No feedback expected for this signal hence no uploads allowed.'])
  }
}

async function expectsFeedback(context: Context, signalId: number): Promise<boolean> {
  const since = new Date(context.clock.now().getTime() - FEEDBACK_DAYS * 86_400_000)
  const open = await context.db.kysely
    .selectFrom('feedback')
    .select('id')
    .where('signal_id', '=', signalId)
    .where('submitted_at', 'is', null)
    .where('created_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return open !== undefined
}
