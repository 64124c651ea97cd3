import type { MailTemplateKey } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { RenderedMail } from '../ports.ts'
import { findFallbackBody } from './fallback-templates.ts'
import { listLiteralVariables, type MailVariables } from './mail-variables.ts'

export interface MailText {
  readonly template: MailTemplateKey
  readonly fallbackSubject: string
  readonly variables: MailVariables
}

/** A template that cannot be read never stops what the mail is about: plain words go out in its place. */
export async function renderMail(context: Context, mail: MailText): Promise<RenderedMail> {
  const template = await context.db.kysely
    .selectFrom('mail_template')
    .select(['title', 'body'])
    .where('key', '=', mail.template)
    .executeTakeFirst()
  if (!template) return renderFallback(context, mail)
  try {
    return context.mailRenderer.render(template, mail.variables, listLiteralVariables(mail.variables))
  } catch (error) {
    await recordTemplateFault(context, mail.template, describeError(error))
    return renderFallback(context, mail)
  }
}

function renderFallback(context: Context, mail: MailText): RenderedMail {
  const body = findFallbackBody(mail.template)
  return context.mailRenderer.render(
    { title: mail.fallbackSubject, body },
    mail.variables,
    listLiteralVariables(mail.variables),
  )
}

/** Whoever looks after the templates finds it in the audit log. */
async function recordTemplateFault(
  context: Context,
  template: MailTemplateKey,
  fault: string,
): Promise<void> {
  context.log.error({ template, fault }, 'mail template cannot be read')
  await context.db.kysely
    .insertInto('audit_log')
    .values({
      occurred_at: context.clock.now(),
      actor: null,
      action: 'mail_template.unreadable',
      object_type: 'mail_template',
      object_id: template,
      detail: JSON.stringify({ fault }),
    })
    .execute()
}

/** Only the first line: what follows it may quote the mail. */
function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0]?.slice(0, 300) ?? ''
}
