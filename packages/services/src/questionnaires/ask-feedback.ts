import { addDays, FEEDBACK_DAYS, SESSION_SECONDS } from '@signalen/domain'
import type { Context } from '../context.ts'
import { requestFeedback } from '../feedback/request-feedback.ts'
import { createQuestionnaire, type NewQuestion, type NewWay } from './create-questionnaire.ts'
import { createSession } from './create-session.ts'

/**
 * What the feedback form asks, as a questionnaire. Answers the secret of its link, which opens the form as well: of the
 * two, the one that is sent first counts.
 */
export async function askFeedback(context: Context, signalId: number): Promise<string> {
  const questionnaireId = await createQuestionnaire(context, {
    name: 'Klanttevredenheidsonderzoek',
    description: null,
    flow: 'FEEDBACK_REQUEST',
    explanation: null,
    questions: QUESTIONS,
    ways: WAYS,
    isActive: false,
  })
  const session = await createSession(context, {
    questionnaireId,
    signalId,
    submitBefore: addDays(context.clock.now(), FEEDBACK_DAYS),
    durationSeconds: SESSION_SECONDS,
  })
  await requestFeedback(context, signalId, session)
  return session
}

const QUESTIONS: readonly NewQuestion[] = [
  {
    analysisKey: 'satisfied',
    label: 'Bent u tevreden met de afhandeling van uw melding?',
    shortLabel: 'Tevreden',
    fieldType: 'boolean',
    required: true,
    choices: [
      { payload: true, display: 'Ja, ik ben tevreden.' },
      { payload: false, display: 'Nee, ik ben niet tevreden.' },
    ],
  },
  {
    analysisKey: 'reason_satisfied',
    label: 'Waarom bent u tevreden?',
    shortLabel: 'Waarom tevreden',
    fieldType: 'plain_text',
    required: true,
  },
  {
    analysisKey: 'reason_unsatisfied',
    label: 'Waarom bent u niet tevreden?',
    shortLabel: 'Waarom niet tevreden',
    fieldType: 'plain_text',
    required: true,
  },
  {
    analysisKey: 'extra_info',
    label: 'Wilt u verder nog iets vermelden of toelichten?',
    shortLabel: 'Toelichting',
    fieldType: 'plain_text',
    required: false,
  },
  {
    analysisKey: 'allows_contact',
    label: 'Mogen wij contact met u opnemen naar aanleiding van uw antwoorden?',
    shortLabel: 'Contact',
    fieldType: 'boolean',
    required: true,
  },
]

const WAYS: readonly NewWay[] = [
  { from: 'satisfied', to: 'reason_satisfied', chosen: true },
  { from: 'satisfied', to: 'reason_unsatisfied', chosen: false },
  { from: 'reason_satisfied', to: 'extra_info' },
  { from: 'reason_unsatisfied', to: 'extra_info' },
  { from: 'extra_info', to: 'allows_contact' },
]
