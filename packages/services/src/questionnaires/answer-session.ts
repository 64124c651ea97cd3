import {
  ATTACHMENT_ELSEWHERE,
  DEEPEST_JSON,
  findAnswerFault,
  hasNullCharacter,
  isDeeperThan,
  isLongerThan,
  MESSAGES,
  tooLong,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { changeOpenSession, getOpenSession } from './open-session.ts'
import type { AskedQuestion } from './question-graph.ts'
import type { SessionView } from './session-view.ts'

export interface GivenAnswer {
  readonly questionUuid: string
  readonly payload: unknown
}

export interface AnsweredSession {
  readonly session: SessionView
  /** Why answers were not accepted, by the UUID of their question. */
  readonly faults: Readonly<Record<string, string>>
}

/** Keeps those of the answers that are good. What is asked nowhere in the questionnaire is passed over. */
export async function answerSession(
  context: Context,
  uuid: string,
  answers: readonly GivenAnswer[],
): Promise<AnsweredSession> {
  const faults = await changeOpenSession(context, uuid, async (inside, session) => {
    const judged = judgeAnswers(session, answers)
    await saveAnswers(inside, session.id, judged.good)
    return judged.faults
  })
  return { session: await getOpenSession(context, uuid), faults }
}

export interface AnswerToSave {
  readonly questionId: number
  readonly payload: unknown
}

function judgeAnswers(session: SessionView, answers: readonly GivenAnswer[]) {
  const good: AnswerToSave[] = []
  const faults: Record<string, string> = {}
  for (const { questionUuid, payload } of answers) {
    const question = session.graph.questions.find(({ uuid }) => uuid === questionUuid.toLowerCase())
    if (!question) continue
    const fault = findGivenFault(question, payload)
    if (fault === undefined) good.push({ questionId: question.id, payload })
    else faults[question.uuid] = fault
  }
  return { good, faults }
}

const LONGEST_ANSWER = 10_000
const NOT_VALID = 'Submitted answer does not validate.'

/** Why an answer that is sent as JSON is not accepted, or undefined. */
export function findGivenFault(question: AskedQuestion, payload: unknown): string | undefined {
  if (question.fieldType === 'image') return ATTACHMENT_ELSEWHERE
  if (isDeeperThan(payload, DEEPEST_JSON)) return NOT_VALID
  if (hasNullCharacter(payload)) return MESSAGES.nullCharacters
  if (typeof payload === 'string' && isLongerThan(payload, LONGEST_ANSWER)) return tooLong(LONGEST_ANSWER)
  return findAnswerFault(question, payload)
}

/** Earlier answers stay; the latest to a question counts. */
export async function saveAnswers(
  context: Context,
  sessionId: number,
  answers: readonly AnswerToSave[],
): Promise<void> {
  if (answers.length === 0) return
  await context.db.kysely
    .insertInto('qa_answer')
    .values(
      answers.map(({ questionId, payload }) => ({
        session_id: sessionId,
        question_id: questionId,
        payload: payload === null ? null : JSON.stringify(payload),
        created_at: context.clock.now(),
      })),
    )
    .execute()
}
