import {
  allowsContact,
  chooseStatusMail,
  displayNumber,
  type MailTemplateKey,
  type StatusCode,
  type StatusMail,
  scrubText,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { planFollowerNews } from '../subscriptions/tell-followers.ts'
import { createMailLinks } from './mail-links.ts'
import { getMailSignal, type MailSignal } from './mail-signal.ts'
import { describeCreation, describeFeedback, type MailVariables } from './mail-variables.ts'
import { queueSignalMail } from './queue-signal-mail.ts'

export interface StatusMailInput {
  readonly signalId: number
  /** The history row of the status that the report has now. */
  readonly statusHistoryId: number
  /** Null when it is the first status. */
  readonly previousState: StatusCode | null
}

/**
 * The mail that follows a status, if any, and the news for who follows the report. Runs in the transaction of the change, after its history is
 * written: what the mail links to, the mail itself, the note and the order to send it stand or fall with it.
 */
export async function planStatusMail(context: Context, input: StatusMailInput): Promise<void> {
  const signal = await getMailSignal(context, input.signalId)
  await planFollowerNews(context, { ...input, state: signal.status.state })
  const mail = findStatusMail(context, signal, input.previousState)
  if (!mail) return
  await queueSignalMail(context, signal, {
    ...mail,
    cause: `status:${input.statusHistoryId}`,
    variables: async () => ({
      ...describeOccasion(mail.template, signal),
      ...(await createMailLinks(context, mail.link, signal)),
    }),
  })
}

export function findStatusMail(
  context: Context,
  signal: MailSignal,
  previousState: StatusCode | null,
): StatusMail | undefined {
  const { settings } = context
  return chooseStatusMail(
    {
      status: signal.status,
      previousState,
      reporterEmail: signal.reporter.email,
      parentState: signal.parentState,
      reporterAllowsContact: allowsContact(settings, signal.reporter),
      feedbackAllowsContact: signal.feedback?.allowsContact ?? false,
      settings,
    },
    displayNumber(signal.id, settings.idPrefix),
  )
}

/** The variables that one mail has beside those of every mail. */
export function describeOccasion(template: MailTemplateKey, signal: MailSignal): MailVariables {
  switch (template) {
    case 'signal_created':
      return describeCreation(signal)
    case 'signal_status_changed_optional':
      return { afhandelings_text: signal.status.text }
    case 'signal_status_changed_reactie_ontvangen':
      return { reaction_request_answer: scrubText(signal.status.text ?? '').text }
    case 'signal_status_changed_heropend':
    case 'signal_status_changed_afgehandeld_kto_negative_contact':
      return describeFeedback(signal.feedback)
    default:
      return {}
  }
}
