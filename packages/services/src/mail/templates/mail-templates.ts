import {
  findTranslationLanguage,
  MAIL_TEMPLATE_KEYS,
  type MailTemplateKey,
  type ResidentLanguage,
  type TranslationLanguage,
} from '@signalen/domain'
import type { Context } from '../../context.ts'
import { findFallbackBody } from '../fallback-templates.ts'
import { listMailVariables } from '../known-variables.ts'

export interface MailTemplateView {
  readonly key: MailTemplateKey
  readonly language: ResidentLanguage
  /** Other languages in which this occasion has a text. */
  readonly translations: readonly TranslationLanguage[]
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
  const translated = await listTranslated(context)
  return MAIL_TEMPLATE_KEYS.map((key) => {
    const row = rows.find((one) => one.key === key)
    return toView({ key, language: 'nl' }, row, translated(key))
  })
}

async function listTranslated({ db }: Context) {
  const rows = await db.kysely
    .selectFrom('mail_template_translation')
    .select(['key', 'language'])
    .orderBy('language')
    .execute()
  const languages = Map.groupBy(rows, ({ key }) => key)
  return (key: MailTemplateKey) =>
    (languages.get(key) ?? []).flatMap(({ language }) => findTranslationLanguage(language) ?? [])
}

/** The text of an occasion in one language. */
export interface TemplateName {
  readonly key: MailTemplateKey
  readonly language: ResidentLanguage
}

export async function getMailTemplate(context: Context, name: TemplateName): Promise<MailTemplateView> {
  const translated = await listTranslated(context)
  return toView(name, await findTemplateRow(context, name), translated(name.key))
}

export function findTemplateRow({ db }: Context, { key, language }: TemplateName) {
  const columns = ['key', 'title', 'body', 'created_by', 'updated_at'] as const
  if (language === 'nl')
    return db.kysely.selectFrom('mail_template').select(columns).where('key', '=', key).executeTakeFirst()
  return db.kysely
    .selectFrom('mail_template_translation')
    .select(columns)
    .where('key', '=', key)
    .where('language', '=', language)
    .executeTakeFirst()
}

interface MailTemplateRow {
  readonly title: string
  readonly body: string
  readonly created_by: string | null
  readonly updated_at: Date
}

/** In another language than Dutch nothing goes out for want of a text: there the Dutch one does. */
function toView(
  { key, language }: TemplateName,
  row: MailTemplateRow | undefined,
  translations: readonly TranslationLanguage[],
): MailTemplateView {
  return {
    key,
    language,
    translations,
    title: row?.title ?? null,
    body: row?.body ?? (language === 'nl' ? findFallbackBody(key) : ''),
    isOwn: row !== undefined,
    variables: listMailVariables(key),
    createdBy: row?.created_by ?? null,
    updatedAt: row?.updated_at ?? null,
  }
}
