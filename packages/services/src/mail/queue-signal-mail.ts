import { type SystemMail, UNSAFE_TEXT_NOTE } from '@signalen/domain'
import type { Context } from '../context.ts'
import { addSystemNote } from './add-system-note.ts'
import type { MailSignal } from './mail-signal.ts'
import { describeSignal, type MailVariables } from './mail-variables.ts'
import { queueMail } from './queue-mail.ts'
import { speakSignal } from './speak-signal.ts'

export interface SignalMail extends SystemMail {
  readonly cause: string
  readonly to: string
  /** Those of this mail; they never go before those of every mail about a report. Made when it does go out. */
  variables(): MailVariables | Promise<MailVariables>
}

/** A mail about a report and the note that tells of it; only a note when something is hidden in the text. */
export async function queueSignalMail(context: Context, signal: MailSignal, mail: SignalMail): Promise<void> {
  const base = describeSignal(signal, context.settings, context.citizenUrl)
  if (base.isSuspicious) return refuseToSend(context, signal, mail)
  await queueMail(context, {
    cause: mail.cause,
    signalId: signal.id,
    to: mail.to,
    template: mail.template,
    fallbackSubject: mail.fallbackSubject,
    variables: { ...(await mail.variables()), ...base.variables },
    spoken: await speakSignal(context, signal, mail.template),
  })
  if (mail.note !== null) await addSystemNote(context, signal.id, mail.note)
}

/** Mails of which the report tells nothing leave no note when they fail to go out either. */
async function refuseToSend(context: Context, signal: MailSignal, mail: SignalMail): Promise<void> {
  context.log.warn({ signalId: signal.id, template: mail.template }, 'mail not sent: suspicious text')
  if (mail.note !== null) await addSystemNote(context, signal.id, UNSAFE_TEXT_NOTE)
}
