import { type Address, CLOSED_STATUS_CODES, type StatusCode } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

export interface OwnReport {
  readonly id: number
  readonly uuid: string
  readonly text: string
  readonly state: StatusCode
  readonly createdAt: Date
}

export interface OwnReportDetail extends OwnReport {
  readonly address: Address | null
  readonly addressText: string
  readonly longitude: number
  readonly latitude: number
  readonly extraProperties: unknown
}

export interface OwnReportFilter {
  readonly status?: 'open' | 'closed' | undefined
  readonly ordering?: 'created_at' | '-created_at' | undefined
}

/** Someone's own reports: those that bear their address now, of the last year, whole ones only. */
function selectOwn(context: Context, email: string) {
  const since = new Date(context.clock.now())
  since.setUTCMonth(since.getUTCMonth() - context.settings.myReportsHistoryMonths)
  return context.db.kysely
    .selectFrom('signal as s')
    .where((eb) => eb(eb.fn<string>('lower', ['s.reporter_email']), '=', email.toLowerCase()))
    .where('s.parent_id', 'is', null)
    .where('s.created_at', '>=', since)
}

const COLUMNS = ['s.id', 's.uuid', 's.text', 's.status_state as state', 's.created_at as createdAt'] as const

export async function hasReports(context: Context, email: string): Promise<boolean> {
  const row = await selectOwn(context, email).select('s.id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** All of them: a person does not make so many. */
export async function listOwnReports(
  context: Context,
  email: string,
  { status, ordering }: OwnReportFilter,
): Promise<OwnReport[]> {
  const direction = ordering === 'created_at' ? 'asc' : 'desc'
  const isClosed = sql<boolean>`s.status_state = any(${[...CLOSED_STATUS_CODES]}::text[])`
  let query = selectOwn(context, email).select(COLUMNS)
  if (status === 'closed') query = query.where(isClosed)
  if (status === 'open') query = query.where(sql<boolean>`not ${isClosed}`)
  const rows = await query.orderBy('s.created_at', direction).orderBy('s.id', direction).execute()
  return rows.map((row) => ({ ...row, state: row.state as StatusCode }))
}

export async function findOwnReport(
  context: Context,
  email: string,
  uuid: string,
): Promise<OwnReportDetail | undefined> {
  const row = await selectOwn(context, email)
    .select(COLUMNS)
    .select(['s.address', 's.address_text as addressText', 's.extra_properties as extraProperties'])
    .select([
      sql<number>`public.ST_X(s.geometry)`.as('longitude'),
      sql<number>`public.ST_Y(s.geometry)`.as('latitude'),
    ])
    .where('s.uuid', '=', uuid)
    .executeTakeFirst()
  return row && { ...row, state: row.state as StatusCode, address: row.address as Address | null }
}
