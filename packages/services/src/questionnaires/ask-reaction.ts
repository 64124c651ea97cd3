import { addDays, REACTION_DAYS, SESSION_SECONDS } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { MailSignal } from '../mail/mail-signal.ts'
import { createQuestionnaire } from './create-questionnaire.ts'
import { createSession } from './create-session.ts'

/** A form with one question to the reporter: the text of the status. Answers the secret of its link. */
export async function askReaction(context: Context, signal: MailSignal): Promise<string> {
  const questionnaireId = await createQuestionnaire(context, {
    name: 'Reactie gevraagd',
    description: null,
    flow: 'REACTION_REQUEST',
    explanation: null,
    questions: [
      {
        analysisKey: 'reaction',
        label: signal.status.text ?? '',
        shortLabel: 'Onze vraag aan u',
        fieldType: 'plain_text',
        required: true,
      },
    ],
  })
  return createSession(context, {
    questionnaireId,
    signalId: signal.id,
    submitBefore: addDays(context.clock.now(), REACTION_DAYS),
    durationSeconds: SESSION_SECONDS,
  })
}
