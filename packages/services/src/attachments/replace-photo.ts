import type { Actor, Operation } from '@signalen/domain'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { firstScanState, queueScans } from '../scanning/queue-scans.ts'
import { getSubject } from '../signals/get-subject.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow, noteAndCount } from './attachment-rows.ts'
import { type AttachmentPlace, handOverFiles } from './staff-attachments.ts'
import { type KeptFile, keepOrRemove, removeFiles } from './store-file.ts'

export interface PhotoReplacement {
  readonly place: AttachmentPlace
  readonly operation: Extract<Operation, 'attachment.cover' | 'attachment.turn'>
  readonly before: AttachmentRow
  readonly kept: KeptFile
  /** What the history says of it. */
  readonly note: string
}

/**
 * Another version of a photo takes its place: who sent it, its caption and whether it is public stay. The earlier
 * version is destroyed, for else what is covered, now or later, would still be there to be seen.
 */
export async function replacePhoto(
  context: Context,
  actor: Actor,
  { place, operation, before, kept, note }: PhotoReplacement,
): Promise<AttachmentRow> {
  const replaced = await keepOrRemove(context, [kept], () =>
    context.db.transaction(async (trx) => {
      const inside = { ...context, db: trx }
      await getSubject(inside, actor, place.signalId, operation, 'for update')
      const row = await replaceFile(inside, before, { ...kept, file_name: before.file_name })
      await handOverFiles(inside, before)
      await noteAndCount(inside, { signalId: place.signalId, notes: [note], noteBy: actor.email }, 0)
      return row
    }),
  )
  await removeFiles(context, [before])
  return replaced
}

/** Only what is still as it was looked at: whoever replaced it meanwhile was first. */
async function replaceFile(context: Context, before: AttachmentRow, kept: KeptFile): Promise<AttachmentRow> {
  const row = await context.db.kysely
    .updateTable('attachment')
    .set({ ...kept, scan_state: firstScanState(context), updated_at: context.clock.now() })
    .where('id', '=', before.id)
    .where('file_key', '=', before.file_key)
    .returning(ATTACHMENT_COLUMNS)
    .executeTakeFirst()
  if (!row) throw notFound('Attachment')
  await queueScans(context, [row])
  return row
}
