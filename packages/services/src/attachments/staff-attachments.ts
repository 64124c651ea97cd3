import { type Actor, explainMissingForDeletion, judge } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { UploadedFile } from '../ports.ts'
import { forbidden, notFound } from '../problem.ts'
import { getSubject } from '../signals/get-subject.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow, addAttachmentRows, noteAndCount } from './attachment-rows.ts'
import { keepOrRemove, removeFiles, takeInFile } from './store-file.ts'

export async function listAttachments(
  context: Context,
  actor: Actor,
  signalId: number,
): Promise<AttachmentRow[]> {
  await getSubject(context, actor, signalId, 'attachment.read')
  return context.db.kysely
    .selectFrom('attachment')
    .select(ATTACHMENT_COLUMNS)
    .where('signal_id', '=', signalId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export interface AttachmentPlace {
  readonly signalId: number
  readonly attachmentId: number
}

export async function getAttachment(
  context: Context,
  actor: Actor,
  place: AttachmentPlace,
): Promise<AttachmentRow> {
  await getSubject(context, actor, place.signalId, 'attachment.read')
  return findAttachmentRow(context, place)
}

export async function findAttachmentRow(
  context: Context,
  { signalId, attachmentId }: AttachmentPlace,
): Promise<AttachmentRow> {
  const row = await context.db.kysely
    .selectFrom('attachment')
    .select(ATTACHMENT_COLUMNS)
    .where('id', '=', attachmentId)
    .where('signal_id', '=', signalId)
    .executeTakeFirst()
  if (!row) throw notFound('Attachment')
  return row
}

export async function addAttachment(
  context: Context,
  actor: Actor,
  upload: { readonly signalId: number; readonly file: UploadedFile },
): Promise<AttachmentRow> {
  await getSubject(context, actor, upload.signalId, 'attachment.add')
  const kept = await takeInFile(context, upload.file, 'staff')
  return keepOrRemove(context, [kept], () =>
    context.db.transaction(async (trx) => {
      const inside = { ...context, db: trx }
      await getSubject(inside, actor, upload.signalId, 'attachment.add', 'for update')
      const [row] = await addAttachmentRows(inside, {
        signalId: upload.signalId,
        files: [kept],
        public: false,
        createdBy: actor.email,
        notes: [`Bijlage toegevoegd: ${kept.file_name}`],
        noteBy: actor.email,
      })
      if (!row) throw new Error('an attachment was written and did not come back')
      return row
    }),
  )
}

export interface AttachmentChange extends AttachmentPlace {
  readonly public?: boolean | undefined
  readonly caption?: string | null | undefined
}

export async function updateAttachment(
  context: Context,
  actor: Actor,
  { signalId, attachmentId, ...change }: AttachmentChange,
): Promise<AttachmentRow> {
  await getSubject(context, actor, signalId, 'attachment.update')
  const row = await context.db.kysely
    .updateTable('attachment')
    .set({
      updated_at: context.clock.now(),
      ...(change.public === undefined ? {} : { public: change.public }),
      ...(change.caption === undefined ? {} : { caption: change.caption }),
    })
    .where('id', '=', attachmentId)
    .where('signal_id', '=', signalId)
    .returning(ATTACHMENT_COLUMNS)
    .executeTakeFirst()
  if (!row) throw notFound('Attachment')
  return row
}

/**
 * The row goes with its file. The file goes last: while a row leads to it, it must be there. Should the process
 * end in between, a task of the clock finds what is left over.
 */
export async function deleteAttachment(
  context: Context,
  actor: Actor,
  place: AttachmentPlace,
): Promise<void> {
  const row = await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const subject = await getSubject(inside, actor, place.signalId, 'attachment.read', 'for update').catch(
      hide,
    )
    const found = await findAttachmentRow(inside, place)
    const verdict = judge(actor, 'attachment.delete', { ...subject, attachmentCreatedBy: found.created_by })
    if (!verdict.allowed) throw refuseDeletion(verdict)
    await trx.kysely.deleteFrom('attachment').where('id', '=', found.id).execute()
    await handOverFiles(inside, found)
    const notes = [`Bijlage ${found.file_name} is verwijderd.`]
    await noteAndCount(inside, { signalId: place.signalId, notes, noteBy: actor.email }, -1)
    return found
  })
  await removeFiles(context, [row])
}

export async function handOverFiles(
  context: Context,
  { file_key, thumbnail_key }: AttachmentRow,
): Promise<void> {
  const created_at = context.clock.now()
  await context.db.kysely
    .insertInto('file_to_delete')
    .values([file_key, thumbnail_key ?? []].flat().map((key) => ({ file_key: key, created_at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whoever may not see a report is not told, when deleting, that it is there. */
function hide(error: unknown): never {
  const isForbidden = (error as { status?: number }).status === 403
  throw isForbidden ? notFound('Signal') : error
}

type Refused = Exclude<ReturnType<typeof judge>, { readonly allowed: true }>

function refuseDeletion(verdict: Refused) {
  if (verdict.reason === 'hidden') return notFound('Signal')
  const missing = verdict.reason === 'forbidden' ? verdict.missing : null
  return forbidden(missing === null ? undefined : explainMissingForDeletion(missing))
}
