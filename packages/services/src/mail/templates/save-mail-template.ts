import type { Actor, MailTemplateKey } from '@signalen/domain'
import type { Context } from '../../context.ts'
import type { MailTemplate } from '../../ports.ts'
import { invalid } from '../../problem.ts'
import { listMailVariables } from '../known-variables.ts'
import {
  findTemplateRow,
  getMailTemplate,
  type MailTemplateView,
  type TemplateName,
} from './mail-templates.ts'

interface WrittenTemplate extends MailTemplate, Omit<TemplateName, 'language'> {
  readonly language?: TemplateName['language'] | undefined
}

/** Keeps a text, unless it names what does not exist or cannot be read. */
export async function saveMailTemplate(
  context: Context,
  actor: Actor,
  { key, language = 'nl', title, body }: WrittenTemplate,
): Promise<MailTemplateView> {
  requireReadable(context, key, { title, body })
  const now = context.clock.now()
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    await record(inside, actor, { key, language }, 'mail_template.saved')
    const text = { title, body, created_by: actor.email, updated_at: now }
    if (language === 'nl')
      await trx.kysely
        .insertInto('mail_template')
        .values({ key, ...text, created_at: now })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(text))
        .execute()
    else
      await trx.kysely
        .insertInto('mail_template_translation')
        .values({ key, language, ...text, created_at: now })
        .onConflict((conflict) => conflict.columns(['key', 'language']).doUpdateSet(text))
        .execute()
  })
  return getMailTemplate(context, { key, language })
}

/** From then on our own words go out, or the Dutch ones in the place of another language. */
export async function deleteMailTemplate(
  context: Context,
  actor: Actor,
  { key, language }: TemplateName,
): Promise<void> {
  await context.db.transaction(async (trx) => {
    await record({ ...context, db: trx }, actor, { key, language }, 'mail_template.deleted')
    if (language === 'nl') await trx.kysely.deleteFrom('mail_template').where('key', '=', key).execute()
    else
      await trx.kysely
        .deleteFrom('mail_template_translation')
        .where('key', '=', key)
        .where('language', '=', language)
        .execute()
  })
}

export function requireReadable(context: Context, key: MailTemplateKey, { title, body }: MailTemplate): void {
  const variables = listMailVariables(key)
  const { mailRenderer } = context
  const inTitle = mailRenderer.check({ title, body: '' }, variables)
  const inBody = mailRenderer.check({ title: '', body }, variables)
  if (inTitle.length + inBody.length === 0) return
  throw invalid({
    ...(inTitle.length > 0 ? { title: inTitle } : {}),
    ...(inBody.length > 0 ? { body: inBody } : {}),
  })
}

/** With the text as it was, so that it can be found again. */
async function record(context: Context, actor: Actor, name: TemplateName, action: string): Promise<void> {
  const row = await findTemplateRow(context, name)
  const before = row && { title: row.title, body: row.body }
  await context.db.kysely
    .insertInto('audit_log')
    .values({
      occurred_at: context.clock.now(),
      actor: actor.email,
      action,
      object_type: 'mail_template',
      object_id: name.language === 'nl' ? name.key : `${name.key} (${name.language})`,
      detail: JSON.stringify({ before: before ?? null }),
    })
    .execute()
}
