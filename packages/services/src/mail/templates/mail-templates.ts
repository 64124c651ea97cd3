import { MAIL_TEMPLATE_KEYS, type MailTemplateKey } from '@signalen/domain'
import type { Context } from '../../context.ts'
import { findFallbackBody } from '../fallback-templates.ts'
import { listMailVariables } from '../known-variables.ts'

export interface MailTemplateView {
  readonly key: MailTemplateKey
  /** Null: the subject that goes with the occasion. */
  readonly title: string | null
  readonly body: string
  /** Whether the municipality wrote it; else it is what goes out for want of one. */
  readonly isOwn: boolean
  readonly variables: readonly string[]
  readonly createdBy: string | null
  readonly updatedAt: Date | null
}

/** A text for every occasion, the municipality's own or ours. */
export async function listMailTemplates(context: Context): Promise<MailTemplateView[]> {
  const rows = await context.db.kysely.selectFrom('mail_template').selectAll().execute()
  return MAIL_TEMPLATE_KEYS.map((key) =>
    toView(
      key,
      rows.find((row) => row.key === key),
    ),
  )
}

export async function getMailTemplate(context: Context, key: MailTemplateKey): Promise<MailTemplateView> {
  const row = await context.db.kysely
    .selectFrom('mail_template')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst()
  return toView(key, row)
}

interface MailTemplateRow {
  readonly title: string
  readonly body: string
  readonly created_by: string | null
  readonly updated_at: Date
}

function toView(key: MailTemplateKey, row: MailTemplateRow | undefined): MailTemplateView {
  return {
    key,
    title: row?.title ?? null,
    body: row?.body ?? findFallbackBody(key),
    isOwn: row !== undefined,
    variables: listMailVariables(key),
    createdBy: row?.created_by ?? null,
    updatedAt: row?.updated_at ?? null,
  }
}
