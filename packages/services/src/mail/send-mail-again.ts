import type { MailTable } from '@signalen/database'
import type { Actor } from '@signalen/domain'
import type { Selectable } from 'kysely'
import { ANONYMISED } from '../background/anonymise-reporters.ts'
import type { Context } from '../context.ts'
import { conflict } from '../problem.ts'
import { lockSignal, touchSignal } from '../questionnaires/touch-signal.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { getMail, type LoggedMail } from './mail-log.ts'
import { queueSending } from './queue-mail.ts'
import { hasForgottenLinks } from './redact-links.ts'

export const SENT_AGAIN_NOTE = 'De e-mail is opnieuw verstuurd'

/**
 * Sends a mail once more: one that failed as it is, one that was sent as a new mail, which a mail program
 * will not take for the old one.
 */
export async function sendMailAgain(context: Context, actor: Actor, id: number): Promise<LoggedMail> {
  const { signalId } = await getMail(context, actor, id)
  const sentId = await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    if (signalId !== null) await lockSignal(inside, signalId)
    const mail = await trx.kysely
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (mail.state === 'queued') throw conflict('Deze e-mail is nog onderweg.')
    if (mail.recipient === ANONYMISED) throw conflict('Het adres van deze e-mail is gewist.')
    if (hasForgottenLinks(mail.body_text)) throw conflict('De links in deze e-mail zijn verlopen.')
    const queuedId = mail.state === 'failed' ? await queueFailed(inside, id) : await copyMail(inside, mail)
    await queueSending(inside, queuedId)
    await recordSending(inside, actor, mail)
    return queuedId
  })
  return getMail(context, actor, sentId)
}

async function queueFailed(context: Context, id: number): Promise<number> {
  await context.db.kysely.updateTable('mail').set({ state: 'queued' }).where('id', '=', id).execute()
  return id
}

type MailToCopy = Selectable<MailTable>

async function copyMail(context: Context, mail: MailToCopy): Promise<number> {
  const { id } = await context.db.kysely
    .insertInto('mail')
    .values({
      uuid: context.random.uuid(),
      cause: `again:${mail.id}:${context.random.uuid()}`,
      signal_id: mail.signal_id,
      template_key: mail.template_key,
      recipient: mail.recipient,
      subject: mail.subject,
      body_text: mail.body_text,
      body_html: mail.body_html,
      created_at: context.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function recordSending(context: Context, actor: Actor, mail: MailToCopy): Promise<void> {
  await context.db.kysely
    .insertInto('audit_log')
    .values({
      occurred_at: context.clock.now(),
      actor: actor.email,
      action: 'mail.sent_again',
      object_type: 'mail',
      object_id: String(mail.id),
    })
    .execute()
  if (mail.signal_id === null) return
  const text = `${SENT_AGAIN_NOTE}: ${mail.subject}`
  await appendHistory(context, [
    { signalId: mail.signal_id, createdBy: actor.email, event: { type: 'note', text } },
  ])
  await touchSignal(context, mail.signal_id)
}
