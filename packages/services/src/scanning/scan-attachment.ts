import type { Context } from '../context.ts'
import { touchSignal } from '../questionnaires/touch-signal.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import type { ScanState } from './queue-scans.ts'

/**
 * Has a file looked through, and lets it be seen when it is clean. Throws while the scanner cannot be asked:
 * the queue then tries again, and until then nobody sees the file.
 */
export async function scanAttachment(context: Context, attachmentId: number): Promise<void> {
  const attachment = await findWaiting(context, attachmentId)
  if (!attachment) return
  const verdict = await judgeFile(context, attachment.file_key)
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const changed = await setState(inside, attachmentId, verdict)
    if (changed && verdict === 'infected') await tellInfected(inside, attachment)
  })
  if (verdict === 'infected') context.log.warn({ attachmentId }, 'an upload is infected and is not shown')
}

interface Waiting {
  readonly signal_id: number
  readonly file_key: string
  readonly file_name: string
}

function findWaiting(context: Context, id: number): Promise<Waiting | undefined> {
  return context.db.kysely
    .selectFrom('attachment')
    .select(['signal_id', 'file_key', 'file_name'])
    .where('id', '=', id)
    .where('scan_state', '=', 'waiting')
    .executeTakeFirst()
}

/** Null where the scanner was taken away since: then files are not scanned, as all others are not. */
async function judgeFile({ virusScanner, files }: Context, fileKey: string): Promise<ScanState | null> {
  if (!virusScanner) return null
  const file = await files.get(fileKey)
  // There is nothing that could do harm.
  return file ? virusScanner.scan(file.bytes) : 'clean'
}

async function setState(context: Context, id: number, state: ScanState | null): Promise<boolean> {
  const changed = await context.db.kysely
    .updateTable('attachment')
    .set({ scan_state: state, updated_at: context.clock.now() })
    .where('id', '=', id)
    .where('scan_state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

async function tellInfected(context: Context, { signal_id, file_name }: Waiting): Promise<void> {
  const text = `Bijlage ${file_name} wordt niet getoond: de virusscanner vertrouwt het bestand niet.`
  await appendHistory(context, [{ signalId: signal_id, createdBy: null, event: { type: 'note', text } }])
  await touchSignal(context, signal_id)
}
