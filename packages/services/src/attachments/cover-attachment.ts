import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { UploadedFile } from '../ports.ts'
import { invalid } from '../problem.ts'
import { getSubject } from '../signals/get-subject.ts'
import type { AttachmentRow } from './attachment-rows.ts'
import { replacePhoto } from './replace-photo.ts'
import { type AttachmentPlace, findAttachmentRow } from './staff-attachments.ts'
import { inspectFile, keepFile } from './store-file.ts'

const NO_PHOTO = ['Alleen een foto kan worden afgeschermd.']

export interface CoveredPhoto extends AttachmentPlace {
  /** The photo with what must not be seen drawn over. */
  readonly file: UploadedFile
}

/** Puts a covered version of a photo in its place, for good. */
export async function coverAttachment(
  context: Context,
  actor: Actor,
  { file, ...place }: CoveredPhoto,
): Promise<AttachmentRow> {
  await getSubject(context, actor, place.signalId, 'attachment.cover')
  const before = await findAttachmentRow(context, place)
  if (!before.is_image) throw invalid({ file: NO_PHOTO })
  const inspected = await inspectFile(context, file, 'staff')
  if (!inspected.isImage) throw invalid({ file: NO_PHOTO })
  return replacePhoto(context, actor, {
    place,
    operation: 'attachment.cover',
    before,
    kept: await keepFile(context, file, inspected),
    note: `Foto ${before.file_name} is afgeschermd. Het origineel is verwijderd.`,
  })
}
