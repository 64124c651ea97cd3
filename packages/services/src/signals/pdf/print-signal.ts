import { buffer } from 'node:stream/consumers'
import { type Actor, displayNumber, hasPermission } from '@signalen/domain'
import { ATTACHMENT_COLUMNS, type AttachmentRow } from '../../attachments/attachment-rows.ts'
import type { Context } from '../../context.ts'
import { getSignal } from '../get-signal.ts'
import { findHistory } from '../history/list-history.ts'
import type { SignalView } from '../signal-view.ts'
import { describeReport, type PhotoFacts, type ReportFacts } from './describe-report.ts'

export interface PrintedSignal {
  readonly fileName: string
  readonly pdf: Buffer
}

/** One report as a PDF, with what this person may see of it. */
export async function printSignal(context: Context, actor: Actor, id: number): Promise<PrintedSignal> {
  const signal = await getSignal(context, actor, id, 'signal.pdf')
  const fileName = `${displayNumber(id, context.settings.idPrefix)}.pdf`
  const seesContactDetails = hasPermission(actor, 'sia_can_view_contact_details')
  return { fileName, pdf: await print(context, signal, { seesContactDetails, printedBy: actor.email }) }
}

/** With contact details, for who goes there on behalf of the municipality. */
export function printWhole(context: Context, signal: SignalView): Promise<Buffer> {
  return print(context, signal, { seesContactDetails: true, printedBy: null })
}

async function print(
  context: Context,
  signal: SignalView,
  reader: Pick<ReportFacts, 'seesContactDetails' | 'printedBy'>,
): Promise<Buffer> {
  const { id } = signal.row
  const attachments = signal.row.attachment_count > 0 ? await findAttachments(context, id) : []
  const shown = attachments.filter(({ is_image }) => is_image).slice(0, MOST_PHOTOS)
  const report = describeReport({
    signal,
    history: await findHistory(context, id, { kinds: null, since: null }),
    photos: await readPhotos(context, shown),
    files: attachments.filter((row) => !shown.includes(row)).map(({ file_name }) => file_name),
    settings: context.settings,
    ...reader,
    now: context.clock.now(),
  })
  return context.reportPrinter.print(report)
}

/** More than anyone sends, and no more than fits in memory. */
const MOST_PHOTOS = 30

/** What a scanner has not let through goes on no paper either. */
function findAttachments(context: Context, signalId: number): Promise<AttachmentRow[]> {
  return context.db.kysely
    .selectFrom('attachment')
    .select(ATTACHMENT_COLUMNS)
    .where('signal_id', '=', signalId)
    .where((eb) => eb.or([eb('scan_state', 'is', null), eb('scan_state', '=', 'clean')]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

async function readPhotos(context: Context, rows: readonly AttachmentRow[]): Promise<PhotoFacts[]> {
  const photos: PhotoFacts[] = []
  for (const { file_key, file_name, caption, created_at, created_by } of rows) {
    const file = await context.files.get(file_key)
    if (!file) continue
    const bytes = await buffer(file.bytes)
    photos.push({ name: file_name, caption, addedAt: created_at, addedBy: created_by, bytes })
  }
  return photos
}
