import { displayNumber, presentMyReportStatus } from '@signalen/domain'
import type { AttachmentRow, MyHistoryLine, OwnReport, OwnReportDetail } from '@signalen/services'
import { curies, link } from '../links.ts'
import { type MediaPresenting, presentFile } from './present-attachment.ts'
import { presentTime } from './time.ts'

function pathOf({ uuid }: OwnReport): string {
  return `/signals/v1/my/signals/${uuid}`
}

export function presentMyReport(report: OwnReport, { base, context: { settings } }: MediaPresenting) {
  const number = displayNumber(report.id, settings.idPrefix)
  return {
    _links: { curies: curies(base), self: link(base, pathOf(report)) },
    _display: number,
    uuid: report.uuid,
    id_display: number,
    text: report.text,
    status: presentMyReportStatus(report.state),
    created_at: presentTime(report.createdAt, settings.timeZone),
  }
}

export function presentMyReportDetail(
  report: OwnReportDetail,
  attachments: readonly AttachmentRow[],
  media: MediaPresenting,
) {
  const { _links, created_at, ...rest } = presentMyReport(report, media)
  const shown = attachments.map((row) => presentMyAttachment(row, media)).filter(({ href }) => href !== '')
  return {
    _links: {
      ..._links,
      archives: link(media.base, `${pathOf(report)}/history`),
      ...(shown.length > 0 ? { 'sia:attachments': shown } : {}),
    },
    ...rest,
    location: {
      address: report.address && { ...report.address },
      address_text: report.addressText,
      geometrie: { type: 'Point' as const, coordinates: [report.longitude, report.latitude] },
    },
    extra_properties: report.extraProperties,
    created_at,
  }
}

/** Who of the staff added a photo is no matter for the reporter. */
function presentMyAttachment(row: AttachmentRow, media: MediaPresenting) {
  return {
    href: presentFile(row, media),
    created_by: null,
    created_at: presentTime(row.created_at, 'UTC').replace('+00:00', 'Z'),
    caption: row.caption,
  }
}

export function presentMyHistoryLine(line: MyHistoryLine, { uuid }: OwnReport, timeZone: string) {
  const { when, what, action, description } = line
  return { when: presentTime(when, timeZone), what, action, description, _signal: uuid }
}
