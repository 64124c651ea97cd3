import type { Context } from '../context.ts'
import { addSystemNote } from './add-system-note.ts'
import { MailRefused } from './mail-refused.ts'

/** With the pauses of the queue, which grow to an hour, the last try comes more than a day after the first. */
export const MAXIMUM_ATTEMPTS = 40

export const UNDELIVERED_NOTE = 'De e-mail kon niet worden bezorgd.'

export interface SendMailInput {
  readonly mailId: number
  /** 1 at the first try. */
  readonly attempt: number
}

type MailRow = NonNullable<Awaited<ReturnType<typeof findMail>>>

/**
 * Sends a mail that stands in the log. The mark "sent" comes after the server's yes, so a mail goes out at
 * least once; twice only if the process ends between the two, and then with the same Message-ID.
 */
export async function sendMail(context: Context, { mailId, attempt }: SendMailInput): Promise<void> {
  const mail = await findMail(context, mailId)
  if (mail?.state !== 'queued') return
  try {
    await context.mailTransport.send({
      messageId: messageIdOf(mail.uuid, context.settings.mailFrom),
      from: context.settings.mailFrom,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
      unsubscribeUrl: mail.unsubscribe_url ?? undefined,
    })
  } catch (error) {
    const isFinal = error instanceof MailRefused || attempt >= MAXIMUM_ATTEMPTS
    return recordFailure(context, mail, { isFinal, reason: withoutAddresses(error) })
  }
  await recordSuccess(context, mail)
}

function findMail(context: Context, mailId: number) {
  return context.db.kysely.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirst()
}

async function recordSuccess(context: Context, mail: MailRow): Promise<void> {
  await context.db.kysely
    .updateTable('mail')
    .set({ state: 'sent', sent_at: context.clock.now(), attempts: mail.attempts + 1, last_error: null })
    .where('id', '=', mail.id)
    .execute()
}

/** Thrown again while another try makes sense: the queue then waits and calls again. */
async function recordFailure(
  context: Context,
  mail: MailRow,
  { isFinal, reason }: { isFinal: boolean; reason: string },
): Promise<void> {
  const attempts = mail.attempts + 1
  await context.db.transaction(async (trx) => {
    await trx.kysely
      .updateTable('mail')
      .set({ state: isFinal ? 'failed' : 'queued', attempts, last_error: reason })
      .where('id', '=', mail.id)
      .execute()
    if (isFinal && mail.signal_id !== null) await noteUndelivered({ ...context, db: trx }, mail.signal_id)
  })
  if (!isFinal) throw new Error(reason)
  context.log.error({ mailId: mail.id, template: mail.template_key, reason }, 'mail could not be delivered')
}

async function noteUndelivered(context: Context, signalId: number): Promise<void> {
  await addSystemNote(context, signalId, UNDELIVERED_NOTE)
  await context.db.kysely
    .updateTable('signal')
    .set((eb) => ({ updated_at: context.clock.now(), version: eb('version', '+', 1) }))
    .where('id', '=', signalId)
    .execute()
}

/** Mail servers quote the address they refuse. */
function withoutAddresses(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replaceAll(/[^\s<>@"']+@[^\s<>@"']+/g, '…').slice(0, 500)
}

/** Stable, so that a mail program shows a mail that came twice only once. */
export function messageIdOf(uuid: string, mailFrom: string): string {
  const domain = /@([A-Za-z0-9.-]+)/.exec(mailFrom)?.[1] ?? 'signalen.invalid'
  return `<${uuid}@${domain}>`
}
