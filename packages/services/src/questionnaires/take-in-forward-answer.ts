import {
  describeForwardAnsweredMail,
  displayNumber,
  findStatusAfterForward,
  type StatusCode,
  scrubText,
} from '@signalen/domain'
import { addAttachmentRows } from '../attachments/attachment-rows.ts'
import type { KeptFile } from '../attachments/store-file.ts'
import type { Context } from '../context.ts'
import { getMailSignal } from '../mail/mail-signal.ts'
import { queueSignalMail } from '../mail/queue-signal-mail.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import type { StoredUpload } from './attach-to-session.ts'
import { findAnswerTo, findReactionText } from './reaction-text.ts'
import type { SessionSubject, SessionView } from './session-view.ts'
import { setSystemStatus } from './set-system-status.ts'
import { touchSignal } from './touch-signal.ts'

/** What an outside party tells of a report: kept in its history, with the photos, and confirmed by mail. */
export async function takeInForwardAnswer(
  context: Context,
  session: SessionView,
  signal: SessionSubject,
): Promise<void> {
  const asked = await findAskedStatus(context, session)
  const text = findReactionText(session)
  await appendHistory(context, [
    {
      signalId: signal.id,
      createdBy: null,
      event: { type: 'externalReaction', askedAt: asked?.askedAt ?? null, text },
      facts: { sessionId: session.id },
    },
  ])
  await addPhotos(context, session, signal, asked?.email ?? null)
  const status = findStatusAfterForward(signal.statusId === session.statusHistoryId)
  if (status) await setSystemStatus(context, signal.id, status)
  if (asked?.email) await confirm(context, { session, signal, text, to: asked.email })
}

interface AskedStatus {
  readonly state: StatusCode
  readonly askedAt: Date
  readonly email: string | null
}

export async function findAskedStatus(
  context: Context,
  { statusHistoryId }: Pick<SessionView, 'statusHistoryId'>,
): Promise<AskedStatus | undefined> {
  if (statusHistoryId === null) return undefined
  const row = await context.db.kysely
    .selectFrom('signal_history')
    .select(['created_at', 'data'])
    .where('id', '=', statusHistoryId)
    .executeTakeFirst()
  if (!row) return undefined
  const { state, emailOverride } = row.data as { state: StatusCode; emailOverride?: string | null }
  return { state, askedAt: row.created_at, email: emailOverride ?? null }
}

async function addPhotos(
  context: Context,
  session: SessionView,
  signal: SessionSubject,
  createdBy: string | null,
): Promise<void> {
  const uploads = findAnswerTo(session, 'photo_reaction', readUploads)
  if (uploads.length === 0) return touchSignal(context, signal.id)
  const files = uploads.map(toKeptFile)
  await addAttachmentRows(context, {
    signalId: signal.id,
    files,
    public: false,
    createdBy,
    notes: [],
    noteBy: null,
  })
}

function toKeptFile(upload: StoredUpload): KeptFile {
  return {
    file_key: upload.file_path,
    thumbnail_key: upload.thumbnail_path,
    file_name: upload.original_filename,
    mimetype: upload.mimetype,
    size: upload.size,
    is_image: true,
  }
}

function readUploads(answer: unknown): readonly StoredUpload[] {
  return Array.isArray(answer) ? (answer as StoredUpload[]) : []
}

interface Confirmation {
  readonly session: SessionView
  readonly signal: SessionSubject
  readonly text: string
  readonly to: string
}

async function confirm(context: Context, { session, signal, text, to }: Confirmation): Promise<void> {
  await queueSignalMail(context, await getMailSignal(context, signal.id), {
    ...describeForwardAnsweredMail(displayNumber(signal.id, context.settings.idPrefix)),
    cause: `session:${session.id}`,
    to,
    variables: () => ({ reaction_text: scrubText(text).text }),
  })
}
