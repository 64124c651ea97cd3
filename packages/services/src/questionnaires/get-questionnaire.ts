import { SESSION_SECONDS } from '@signalen/domain'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import type { Explanation } from './create-questionnaire.ts'
import { createSession } from './create-session.ts'
import { getOpenSession, isUuid } from './open-session.ts'
import { type AskedQuestion, loadQuestions } from './question-graph.ts'
import type { SessionView } from './session-view.ts'

export interface QuestionnaireView {
  readonly id: number
  readonly uuid: string
  readonly name: string
  readonly description: string | null
  readonly isActive: boolean
  readonly explanation: Explanation | null
  readonly firstQuestion: AskedQuestion | null
}

/** Only those that are in use. */
export async function findQuestionnaire(
  context: Context,
  uuid: string,
): Promise<QuestionnaireView | undefined> {
  if (!isUuid(uuid)) return undefined
  const row = await context.db.kysely
    .selectFrom('qa_questionnaire')
    .selectAll()
    .where('uuid', '=', uuid)
    .where('is_active', '=', true)
    .executeTakeFirst()
  if (!row) return undefined
  const [firstQuestion = null] =
    row.first_question_id === null ? [] : await loadQuestions(context, [row.first_question_id])
  return {
    id: row.id,
    uuid: row.uuid,
    name: row.name,
    description: row.description,
    isActive: row.is_active,
    explanation: row.explanation as Explanation | null,
    firstQuestion,
  }
}

export async function getQuestionnaire(context: Context, uuid: string): Promise<QuestionnaireView> {
  const questionnaire = await findQuestionnaire(context, uuid)
  if (!questionnaire) throw notFound()
  return questionnaire
}

/** A way through a questionnaire that belongs to no report. */
export async function startSession(context: Context, uuid: string): Promise<SessionView> {
  const { id } = await getQuestionnaire(context, uuid)
  return getOpenSession(context, await createFreeSession(context, id))
}

export function createFreeSession(context: Context, questionnaireId: number): Promise<string> {
  return createSession(context, { questionnaireId, submitBefore: null, durationSeconds: SESSION_SECONDS })
}
