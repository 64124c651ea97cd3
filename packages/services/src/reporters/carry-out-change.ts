import {
  type ContactDetails,
  describeReporterMail,
  displayNumber,
  type ReporterChange,
  type ReporterChangeOutcome,
  type ReporterMail,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { getMailSignal } from '../mail/mail-signal.ts'
import { queueSignalMail } from '../mail/queue-signal-mail.ts'
import { touchSignal } from '../questionnaires/touch-signal.ts'
import { appendHistory } from '../signals/history/append-history.ts'

export interface ReporterToChange extends ContactDetails {
  readonly id: number
  readonly signalId: number
  readonly sharingAllowed: boolean
  /** The secret of the link in the verification mail, when there is to be one. */
  readonly verificationToken?: string | undefined
  /** E-mail address of the employee; null when the reporter did it. */
  readonly changedBy: string | null
}

/** What follows from a change of contact details: the report, its history and the mails. */
export async function carryOutChange(
  context: Context,
  reporter: ReporterToChange,
  outcome: ReporterChangeOutcome,
): Promise<void> {
  const { signalId } = reporter
  await touchSignal(context, signalId, outcome.becomesCurrent ? toColumns(reporter) : {})
  await tell(context, reporter, outcome.changes)
  for (const mail of outcome.mails) await sendMail(context, reporter, mail)
}

function toColumns({ id, email, phone, sharingAllowed }: ReporterToChange) {
  return {
    reporter_id: id,
    reporter_email: email,
    reporter_phone: phone,
    reporter_sharing_allowed: sharingAllowed,
  }
}

async function tell(
  context: Context,
  { signalId, changedBy, id }: ReporterToChange,
  changes: readonly ReporterChange[],
): Promise<void> {
  await appendHistory(
    context,
    changes.map((change) => ({
      signalId,
      createdBy: changedBy,
      event: { type: 'reporter', change },
      facts: { reporterId: id },
    })),
  )
}

async function sendMail(
  context: Context,
  reporter: ReporterToChange,
  { template, to }: ReporterMail,
): Promise<void> {
  const number = displayNumber(reporter.signalId, context.settings.idPrefix)
  await queueSignalMail(context, await getMailSignal(context, reporter.signalId), {
    ...describeReporterMail(template, number),
    cause: `reporter:${reporter.id}:${template}`,
    to,
    variables: () => ({
      verification_url: `${context.citizenUrl}/verify_email/${reporter.verificationToken ?? ''}`,
    }),
  })
}
