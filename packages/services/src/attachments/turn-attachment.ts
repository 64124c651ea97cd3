import { buffer } from 'node:stream/consumers'
import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid, notFound } from '../problem.ts'
import { getSubject } from '../signals/get-subject.ts'
import type { AttachmentRow } from './attachment-rows.ts'
import { replacePhoto } from './replace-photo.ts'
import { type AttachmentPlace, findAttachmentRow } from './staff-attachments.ts'
import { keepFile } from './store-file.ts'

export interface TurnedPhoto extends AttachmentPlace {
  /** Quarters of a turn, clockwise. */
  readonly quarters: 1 | 2 | 3
}

/** Sets a photo upright for everyone who sees it, in the mail and on paper too. */
export async function turnAttachment(
  context: Context,
  actor: Actor,
  { quarters, ...place }: TurnedPhoto,
): Promise<AttachmentRow> {
  await getSubject(context, actor, place.signalId, 'attachment.turn')
  const before = await findAttachmentRow(context, place)
  if (!before.is_image) throw invalid({ quarters: ['Alleen een foto kan worden gedraaid.'] })
  const stored = await context.files.get(before.file_key)
  if (!stored) throw notFound('Attachment')
  const photo = { mimetype: before.mimetype, bytes: await buffer(stored.bytes) }
  const turned = await context.fileInspector.turn(photo, quarters)
  if ('refused' in turned) throw invalid({ quarters: turned.refused })
  return replacePhoto(context, actor, {
    place,
    operation: 'attachment.turn',
    before,
    kept: await keepFile(context, { name: before.file_name, bytes: photo.bytes }, turned),
    note: `Foto ${before.file_name} is gedraaid.`,
  })
}
