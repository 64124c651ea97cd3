import type { MailTemplateKey, TranslationLanguage } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { MailTemplate, RenderedMail } from '../ports.ts'
import { findFallbackBody } from './fallback-templates.ts'
import { describeLogo, listLiteralVariables, type MailVariables } from './mail-variables.ts'

export interface MailText {
  readonly template: MailTemplateKey
  readonly fallbackSubject: string
  readonly variables: MailVariables
  /** For who reads another language than Dutch, where the occasion has a text in it. */
  readonly spoken?: SpokenVariables | undefined
}

export interface SpokenVariables {
  readonly language: TranslationLanguage
  /** Those that say something else in it. */
  readonly variables: MailVariables
}

/** A template that cannot be read never stops what the mail is about: plain words go out in its place. */
export async function renderMail(context: Context, mail: MailText): Promise<RenderedMail> {
  const dutch = { ...describeLogo(context), ...mail.variables }
  const translation = await findTranslation(context, mail)
  if (mail.spoken && translation) {
    const { language, variables } = mail.spoken
    const spoken = { ...dutch, ...variables, LANGUAGE: language }
    const written = await tryRender(context, translation, spoken, `${mail.template} (${language})`)
    if (written) return written
  }
  const template = await context.db.kysely
    .selectFrom('mail_template')
    .select(['title', 'body'])
    .where('key', '=', mail.template)
    .executeTakeFirst()
  const written = template && (await tryRender(context, template, dutch, mail.template))
  return written ?? renderFallback(context, mail, dutch)
}

async function findTranslation({ db }: Context, { template, spoken }: MailText) {
  if (!spoken) return undefined
  return db.kysely
    .selectFrom('mail_template_translation')
    .select(['title', 'body'])
    .where('key', '=', template)
    .where('language', '=', spoken.language)
    .executeTakeFirst()
}

async function tryRender(
  context: Context,
  template: MailTemplate,
  variables: MailVariables,
  name: string,
): Promise<RenderedMail | undefined> {
  try {
    return context.mailRenderer.render(template, variables, listLiteralVariables(variables))
  } catch (error) {
    await recordTemplateFault(context, name, describeError(error))
    return undefined
  }
}

function renderFallback(context: Context, mail: MailText, variables: MailVariables): RenderedMail {
  const body = findFallbackBody(mail.template)
  return context.mailRenderer.render(
    { title: mail.fallbackSubject, body },
    variables,
    listLiteralVariables(variables),
  )
}

/** Whoever looks after the templates finds it in the audit log. */
async function recordTemplateFault(context: Context, template: string, fault: string): Promise<void> {
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
