import type { Context } from '../context.ts'
import type { MailSignal } from '../mail/mail-signal.ts'
import { createQuestionnaire } from './create-questionnaire.ts'
import { addDays, createSession, SESSION_DURATION_SECONDS } from './create-session.ts'

export const REACTION_DAYS = 5

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
    durationSeconds: SESSION_DURATION_SECONDS,
  })
}
