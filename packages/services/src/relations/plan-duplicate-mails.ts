import { allowsContact, displayNumber, findDuplicateMail } from '@signalen/domain'
import type { Context } from '../context.ts'
import { getMailSignal, type MailSignal } from '../mail/mail-signal.ts'
import { queueSignalMail } from '../mail/queue-signal-mail.ts'

/** In the transaction of the change: what the reporter of a report hears, those of its duplicates hear too. */
export async function planDuplicateMails(
  context: Context,
  { signalId, statusHistoryId }: { readonly signalId: number; readonly statusHistoryId: number },
): Promise<void> {
  const duplicates = await context.db.kysely
    .selectFrom('signal_relation')
    .select('signal_id')
    .where('other_id', '=', signalId)
    .where('kind', '=', 'duplicate')
    .orderBy('signal_id')
    .execute()
  if (duplicates.length === 0) return
  const { status } = await getMailSignal(context, signalId)
  for (const { signal_id: id } of duplicates) {
    await tellReporter(context, await getMailSignal(context, id), { status, statusHistoryId })
  }
}

async function tellReporter(
  context: Context,
  duplicate: MailSignal,
  { status, statusHistoryId }: Pick<MailSignal, 'status'> & { readonly statusHistoryId: number },
): Promise<void> {
  const mail = findDuplicateMail(
    {
      status,
      reporterEmail: duplicate.reporter.email,
      reporterAllowsContact: allowsContact(context.settings, duplicate.reporter),
    },
    displayNumber(duplicate.id, context.settings.idPrefix),
  )
  if (!mail) return
  // What mails say of a status stands with their report: here it is the words of the other one.
  const told = { ...duplicate, status: { ...duplicate.status, text: status.text } }
  await queueSignalMail(context, told, {
    ...mail,
    cause: `status:${statusHistoryId}:duplicate:${duplicate.id}`,
    variables: () => ({ afhandelings_text: status.text }),
  })
}
