import type { MunicipalityHandle, MunicipalityTransaction } from '@signalen/database'
import type { Context } from '../context.ts'
import { type MailText, renderMail } from './render-mail.ts'

export interface NewMail extends MailText {
  /** Names what the mail follows from, so that it is written once. */
  readonly cause: string
  readonly signalId: number | null
  readonly to: string
}

/** Writes a mail and queues its sending, both in the caller's transaction. Undefined when it was there already. */
export async function queueMail(context: Context, mail: NewMail): Promise<number | undefined> {
  const written = await renderMail(context, mail)
  const row = await context.db.kysely
    .insertInto('mail')
    .values({
      uuid: context.random.uuid(),
      cause: mail.cause,
      signal_id: mail.signalId,
      template_key: mail.template,
      recipient: mail.to,
      subject: written.subject,
      body_text: written.text,
      body_html: written.html,
      unsubscribe_url: findUnsubscribeUrl(mail),
      created_at: context.clock.now(),
      sent_at: null,
      last_error: null,
    })
    .onConflict((conflict) => conflict.constraint('mail_cause_uq').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  await queueSending(context, row.id)
  return row.id
}

/** Mail that people asked for can be ended from the mail program; mail about one's own report cannot. */
function findUnsubscribeUrl({ variables }: NewMail): string | null {
  const url = variables.unsubscribe_url
  return typeof url === 'string' ? url : null
}

export async function queueSending(context: Context, mailId: number): Promise<void> {
  await context.jobs.enqueue(
    asTransaction(context.db),
    'mail.send',
    { mailId },
    {
      key: `mail/${mailId}`,
      startAfter: context.mailsHeldUntil,
    },
  )
}

function asTransaction(db: MunicipalityHandle): MunicipalityTransaction {
  if (!isTransaction(db)) throw new Error('A mail is queued in the transaction of what it follows from.')
  return db
}

function isTransaction(db: MunicipalityHandle): db is MunicipalityTransaction {
  return db.inTransaction
}
