import type { Actor, MailTemplateKey } from '@signalen/domain'
import type { Context } from '../../context.ts'
import type { MailTemplate } from '../../ports.ts'
import { invalid } from '../../problem.ts'
import { listMailVariables } from '../known-variables.ts'
import { getMailTemplate, type MailTemplateView } from './mail-templates.ts'

/** Keeps a text, unless it names what does not exist or cannot be read. */
export async function saveMailTemplate(
  context: Context,
  actor: Actor,
  { key, title, body }: MailTemplate & { readonly key: MailTemplateKey },
): Promise<MailTemplateView> {
  requireReadable(context, key, { title, body })
  const now = context.clock.now()
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    await record(inside, actor, key, 'mail_template.saved')
    await trx.kysely
      .insertInto('mail_template')
      .values({ key, title, body, created_by: actor.email, created_at: now, updated_at: now })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ title, body, created_by: actor.email, updated_at: now }),
      )
      .execute()
  })
  return getMailTemplate(context, key)
}

/** From then on our own words go out. */
export async function deleteMailTemplate(
  context: Context,
  actor: Actor,
  key: MailTemplateKey,
): Promise<void> {
  await context.db.transaction(async (trx) => {
    await record({ ...context, db: trx }, actor, key, 'mail_template.deleted')
    await trx.kysely.deleteFrom('mail_template').where('key', '=', key).execute()
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
async function record(context: Context, actor: Actor, key: MailTemplateKey, action: string): Promise<void> {
  const before = await context.db.kysely
    .selectFrom('mail_template')
    .select(['title', 'body'])
    .where('key', '=', key)
    .executeTakeFirst()
  await context.db.kysely
    .insertInto('audit_log')
    .values({
      occurred_at: context.clock.now(),
      actor: actor.email,
      action,
      object_type: 'mail_template',
      object_id: key,
      detail: JSON.stringify({ before: before ?? null }),
    })
    .execute()
}
