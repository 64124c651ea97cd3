import { type HistoryEvent, type PresentedEvent, presentPublicHistoryEvent } from '@signalen/domain'
import { ATTACHMENT_COLUMNS, type AttachmentRow } from '../attachments/attachment-rows.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../mail/secret.ts'
import { notFound, Problem } from '../problem.ts'
import { isUuid } from '../questionnaires/open-session.ts'
import { toHistoryEvent } from '../signals/history/history-rows.ts'
import {
  findOwnReport,
  hasReports,
  listOwnReports,
  type OwnReport,
  type OwnReportDetail,
  type OwnReportFilter,
} from './own-reports.ts'

/** Whose address a mailed link stands for. */
export interface Reader {
  readonly email: string
}

/** Undefined: no secret came along. */
export async function getReader(context: Context, token: string | undefined): Promise<Reader> {
  if (token === undefined) throw unauthenticated('No token provided.')
  const row = await context.db.kysely
    .selectFrom('my_report_token')
    .select('reporter_email')
    .where('token_hash', '=', hashSecret(token))
    .where('expires_at', '>', context.clock.now())
    .executeTakeFirst()
  if (!row || !(await hasReports(context, row.reporter_email))) throw unauthenticated('Invalid token.')
  return { email: row.reporter_email }
}

function unauthenticated(detail: string): Problem {
  return new Problem(401, { detail }, { 'www-authenticate': 'Token' })
}

export function listMyReports(
  context: Context,
  reader: Reader,
  filter: OwnReportFilter,
): Promise<OwnReport[]> {
  return listOwnReports(context, reader.email, filter)
}

export async function getMyReport(context: Context, reader: Reader, uuid: string): Promise<OwnReportDetail> {
  const report = isUuid(uuid) ? await findOwnReport(context, reader.email, uuid) : undefined
  if (!report) throw notFound('Signal')
  return report
}

/** Photos that may be shown to everyone, newest first. */
export async function listMyAttachments(context: Context, report: OwnReport): Promise<AttachmentRow[]> {
  return context.db.kysely
    .selectFrom('attachment')
    .select(ATTACHMENT_COLUMNS)
    .where('signal_id', '=', report.id)
    .where('public', '=', true)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export interface MyHistoryFilter {
  readonly what?: string | undefined
  readonly ordering?: 'created_at' | '-created_at' | undefined
}

export interface MyHistoryLine extends PresentedEvent {
  readonly when: Date
}

/** What happened to a report, as far as it concerns its reporter. */
export async function listMyHistory(
  context: Context,
  report: OwnReport,
  { what, ordering }: MyHistoryFilter,
): Promise<MyHistoryLine[]> {
  const rows = await context.db.kysely
    .selectFrom('signal_history')
    .select(['kind', 'text', 'data', 'created_at'])
    .where('signal_id', '=', report.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const lines = presentLines(context, rows)
  const wanted = what ? lines.filter((line) => line.what === what.toUpperCase()) : lines
  return ordering === 'created_at' ? wanted : wanted.toReversed()
}

interface HistoryRow {
  readonly kind: string
  readonly text: string | null
  readonly data: unknown
  readonly created_at: Date
}

function presentLines(context: Context, rows: readonly HistoryRow[]): MyHistoryLine[] {
  const seen = new Set<HistoryEvent['type']>()
  return rows.flatMap((row) => {
    const event = toHistoryEvent(row)
    const isFirst = !seen.has(event.type)
    seen.add(event.type)
    const presented = presentPublicHistoryEvent(event, isFirst, context.settings.timeZone)
    return presented ? [{ ...presented, when: row.created_at }] : []
  })
}
