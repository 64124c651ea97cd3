import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { UploadedFile } from '../ports.ts'
import { invalid, notFound } from '../problem.ts'
import { firstScanState, queueScans } from '../scanning/queue-scans.ts'
import { getSubject } from '../signals/get-subject.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow, noteAndCount } from './attachment-rows.ts'
import { type AttachmentPlace, findAttachmentRow, handOverFiles } from './staff-attachments.ts'
import { keepOrRemove, removeFiles, takeInFile } from './store-file.ts'

export interface CoveredPhoto extends AttachmentPlace {
  /** The photo with what must not be seen drawn over. */
  readonly file: UploadedFile
}

/**
 * Puts a covered version of a photo in its place: who sent it, its caption and whether it is public stay, and the
 * original is destroyed, for else it would still be there to be seen.
 */
export async function coverAttachment(
  context: Context,
  actor: Actor,
  { file, ...place }: CoveredPhoto,
): Promise<AttachmentRow> {
  await getSubject(context, actor, place.signalId, 'attachment.cover')
  const before = await findAttachmentRow(context, place)
  if (!before.is_image) throw invalid({ file: ['Alleen een foto kan worden afgeschermd.'] })
  const kept = await takeInFile(context, file, 'staff')
  const covered = await keepOrRemove(context, [kept], () =>
    context.db.transaction(async (trx) => {
      const inside = { ...context, db: trx }
      await getSubject(inside, actor, place.signalId, 'attachment.cover', 'for update')
      const row = await replaceFile(inside, place, { ...kept, file_name: before.file_name })
      await handOverFiles(inside, before)
      const notes = [`Foto ${before.file_name} is afgeschermd. Het origineel is verwijderd.`]
      await noteAndCount(inside, { signalId: place.signalId, notes, noteBy: actor.email }, 0)
      return row
    }),
  )
  await removeFiles(context, [before])
  return covered
}

async function replaceFile(
  context: Context,
  { signalId, attachmentId }: AttachmentPlace,
  kept: Awaited<ReturnType<typeof takeInFile>>,
): Promise<AttachmentRow> {
  if (!kept.is_image) throw invalid({ file: ['Alleen een foto kan worden afgeschermd.'] })
  const row = await context.db.kysely
    .updateTable('attachment')
    .set({ ...kept, scan_state: firstScanState(context), updated_at: context.clock.now() })
    .where('id', '=', attachmentId)
    .where('signal_id', '=', signalId)
    .returning(ATTACHMENT_COLUMNS)
    .executeTakeFirst()
  if (!row) throw notFound('Attachment')
  await queueScans(context, [row])
  return row
}
