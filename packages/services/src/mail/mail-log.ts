import type { Actor } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { whereVisible } from '../signals/visibility.ts'
import { redactLinks } from './redact-links.ts'

export interface MailFilter {
  readonly signalId?: number | undefined
  readonly state?: 'queued' | 'sent' | 'failed' | undefined
  readonly template?: string | undefined
  /** Part of the address that it was for. */
  readonly recipient?: string | undefined
  readonly createdAfter?: Date | undefined
  readonly createdBefore?: Date | undefined
}

export interface LoggedMail {
  readonly id: number
  readonly signalId: number | null
  readonly template: string
  readonly recipient: string
  readonly subject: string
  readonly state: 'queued' | 'sent' | 'failed'
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
}

export interface LoggedMailText extends LoggedMail {
  readonly text: string
  readonly html: string
}

/** Mails about reports that one may see; those about no report are for who sees every report. Newest first. */
export async function listMails(
  context: Context,
  actor: Actor,
  asked: { readonly filter: MailFilter; placeOf(count: number): { limit: number; offset: number } },
): Promise<{ count: number; mails: LoggedMail[] }> {
  const query = applyFilter(selectVisible(context, actor), asked.filter)
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const { limit, offset } = asked.placeOf(Number(count))
  const rows = await query
    .select(COLUMNS)
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { count: Number(count), mails: rows.map(toLogged) }
}

/** A mail as it was written, without the secrets in its links. */
export async function getMail(context: Context, actor: Actor, id: number): Promise<LoggedMailText> {
  const row = await selectVisible(context, actor)
    .select(COLUMNS)
    .select(['mail.body_text', 'mail.body_html'])
    .where('mail.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Mail')
  return { ...toLogged(row), text: redactLinks(row.body_text), html: redactLinks(row.body_html) }
}

const COLUMNS = [
  'mail.id',
  'mail.signal_id',
  'mail.template_key',
  'mail.recipient',
  'mail.subject',
  'mail.state',
  'mail.attempts',
  'mail.last_error',
  'mail.created_at',
  'mail.sent_at',
] as const

function selectVisible(context: Context, actor: Actor) {
  const visible = whereVisible(context.db, actor)
  const query = context.db.kysely.selectFrom('mail').leftJoin('signal as s', 's.id', 'mail.signal_id')
  return visible ? query.where(sql<boolean>`mail.signal_id is not null and ${visible}`) : query
}

type MailQuery = ReturnType<typeof selectVisible>

function applyFilter(query: MailQuery, filter: MailFilter): MailQuery {
  let filtered = query
  if (filter.signalId !== undefined) filtered = filtered.where('mail.signal_id', '=', filter.signalId)
  if (filter.state) filtered = filtered.where('mail.state', '=', filter.state)
  if (filter.template) filtered = filtered.where('mail.template_key', '=', filter.template)
  if (filter.recipient) {
    filtered = filtered.where(sql<boolean>`position(lower(${filter.recipient}) in lower(mail.recipient)) > 0`)
  }
  if (filter.createdAfter) filtered = filtered.where('mail.created_at', '>=', filter.createdAfter)
  if (filter.createdBefore) filtered = filtered.where('mail.created_at', '<', filter.createdBefore)
  return filtered
}

interface MailRow {
  readonly id: number
  readonly signal_id: number | null
  readonly template_key: string
  readonly recipient: string
  readonly subject: string
  readonly state: string
  readonly attempts: number
  readonly last_error: string | null
  readonly created_at: Date
  readonly sent_at: Date | null
}

function toLogged(row: MailRow): LoggedMail {
  return {
    id: row.id,
    signalId: row.signal_id,
    template: row.template_key,
    recipient: row.recipient,
    subject: row.subject,
    state: row.state as LoggedMail['state'],
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }
}
