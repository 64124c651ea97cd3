import type { AttachmentRow, Context } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { baseUrl, link } from '../links.ts'
import { signMediaPath } from '../media/signed-address.ts'
import { contextOf } from '../plugins/access.ts'
import { signalPath } from './signal-parts.ts'
import { presentTime } from './time.ts'

/** For whom files get their addresses. */
export interface MediaPresenting {
  readonly base: string
  readonly secret: string
  readonly context: Context
}

export function mediaFor(request: FastifyRequest, { secret }: { readonly secret: string }): MediaPresenting {
  return { base: baseUrl(request), secret, context: contextOf(request) }
}

/** The address of a stored file, good for some minutes. */
export function presentMedia(fileKey: string, { base, secret, context }: MediaPresenting): string {
  const now = context.clock.now()
  return `${base}${signMediaPath(fileKey, { secret, municipality: context.municipality, now })}`
}

type Scanned = Pick<AttachmentRow, 'scan_state' | 'file_key'>

/** What a scanner has not let through has no address. */
export function presentFile({ scan_state, file_key }: Scanned, media: MediaPresenting): string {
  return scan_state === null || scan_state === 'clean' ? presentMedia(file_key, media) : ''
}

export function presentPublicAttachment(row: AttachmentRow, uuid: string, media: MediaPresenting) {
  return {
    _display: displayAttachment(row),
    _links: { self: link(media.base, `/signals/v1/public/signals/${uuid}/attachments`) },
    location: presentFile(row, media),
    is_image: row.is_image,
    created_at: presentTime(row.created_at, media.context.settings.timeZone),
  }
}

export function presentAttachment(row: AttachmentRow, media: MediaPresenting) {
  const thumbnail = row.thumbnail_key && presentFile({ ...row, file_key: row.thumbnail_key }, media)
  return {
    _display: displayAttachment(row),
    _links: { self: link(media.base, `${signalPath(row.signal_id)}/attachments/${row.id}`) },
    location: presentFile(row, media),
    is_image: row.is_image,
    created_at: presentTime(row.created_at, media.context.settings.timeZone),
    created_by: row.created_by,
    public: row.public,
    caption: row.caption,
    file_name: row.file_name,
    mimetype: row.mimetype,
    size: row.size,
    thumbnail: thumbnail || null,
  }
}

function displayAttachment({ id }: AttachmentRow): string {
  return `Attachment object (${id})`
}
