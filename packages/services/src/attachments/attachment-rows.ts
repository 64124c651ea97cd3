import type { Context } from '../context.ts'
import { firstScanState, queueScans } from '../scanning/queue-scans.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import type { KeptFile } from './store-file.ts'

export interface AttachmentRow extends KeptFile {
  readonly id: number
  readonly signal_id: number
  readonly public: boolean
  readonly caption: string | null
  readonly created_by: string | null
  readonly scan_state: string | null
  readonly created_at: Date
}

export const ATTACHMENT_COLUMNS = [
  'id',
  'signal_id',
  'file_key',
  'thumbnail_key',
  'file_name',
  'mimetype',
  'size',
  'is_image',
  'public',
  'caption',
  'created_by',
  'scan_state',
  'created_at',
] as const

export interface NewAttachment {
  readonly signalId: number
  readonly files: readonly KeptFile[]
  readonly public: boolean
  readonly createdBy: string | null
  /** What the history says of each; nobody's name stands under it where `noteBy` is null. */
  readonly notes: readonly string[]
  readonly noteBy: string | null
}

/** Gives a report its attachments, and tells of them in its history. Inside a transaction. */
export async function addAttachmentRows(context: Context, added: NewAttachment): Promise<AttachmentRow[]> {
  const now = context.clock.now()
  const rows = await context.db.kysely
    .insertInto('attachment')
    .values(
      added.files.map((file) => ({
        ...file,
        signal_id: added.signalId,
        public: added.public,
        created_by: added.createdBy,
        caption: null,
        scan_state: firstScanState(context),
        created_at: now,
        updated_at: now,
      })),
    )
    .returning(ATTACHMENT_COLUMNS)
    .execute()
  await queueScans(context, rows)
  await noteAndCount(context, added, rows.length)
  return rows
}

export interface AttachmentNote {
  readonly signalId: number
  readonly notes: readonly string[]
  readonly noteBy: string | null
}

/** The report changed with its attachments: its count, its version and its history follow. */
export async function noteAndCount(context: Context, note: AttachmentNote, added: number): Promise<void> {
  await appendHistory(
    context,
    note.notes.map((text) => ({
      signalId: note.signalId,
      createdBy: note.noteBy,
      event: { type: 'note', text },
    })),
  )
  await context.db.kysely
    .updateTable('signal')
    .set((eb) => ({
      attachment_count: eb('attachment_count', '+', added),
      version: eb('version', '+', 1),
      updated_at: context.clock.now(),
    }))
    .where('id', '=', note.signalId)
    .execute()
}
