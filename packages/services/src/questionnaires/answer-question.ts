import { findNextQuestion, listEdgesFrom } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid, invalidWhole, notFound } from '../problem.ts'
import { findGivenFault, saveAnswers } from './answer-session.ts'
import { createFreeSession, findQuestionnaire } from './get-questionnaire.ts'
import { changeOpenSession, findReasonClosed, isUuid } from './open-session.ts'
import { type AskedGraph, type AskedQuestion, loadQuestions } from './question-graph.ts'
import { findSessionView } from './session-view.ts'

/** By the key under which it is known, else by its UUID. */
export async function getQuestion(context: Context, reference: string): Promise<AskedQuestion> {
  const { kysely } = context.db
  const byKey = await kysely
    .selectFrom('qa_question')
    .select('id')
    .where('retrieval_key', '=', reference)
    .executeTakeFirst()
  const byUuid = isUuid(reference)
    ? await kysely.selectFrom('qa_question').select('id').where('uuid', '=', reference).executeTakeFirst()
    : undefined
  const id = byKey?.id ?? byUuid?.id
  const [question] = id === undefined ? [] : await loadQuestions(context, [id])
  if (!question) throw notFound()
  return question
}

export interface SingleAnswer {
  readonly payload: unknown
  readonly session?: string | null | undefined
  readonly questionnaire?: string | null | undefined
}

export interface AnsweredQuestion {
  readonly question: AskedQuestion
  readonly payload: unknown
  readonly sessionUuid: string
  readonly createdAt: Date
  readonly next: { readonly question: AskedQuestion; readonly rules: readonly NextRule[] } | null
}

export interface NextRule {
  readonly key: string
  readonly payload: unknown
}

/** Answers one question, in a session that is under way or one that begins with it. */
export async function answerQuestion(
  context: Context,
  reference: string,
  answer: SingleAnswer,
): Promise<AnsweredQuestion> {
  const question = await getQuestion(context, reference)
  const sessionUuid = await chooseSession(context, answer)
  return changeOpenSession(context, sessionUuid, async (inside, session) => {
    const { payload } = answer
    if (!session.graph.questions.some(({ id }) => id === question.id)) {
      throw invalid([`Question (id=${question.id}) not in questionnaire (id=${session.questionnaire.id})!`])
    }
    const fault = findGivenFault(question, payload)
    if (fault !== undefined) throw invalid([fault])
    await saveAnswers(inside, session.id, [{ questionId: question.id, payload }])
    const next = describeNext(session.graph, question, payload)
    return { question, payload, sessionUuid, createdAt: inside.clock.now(), next }
  })
}

const DOES_NOT_EXIST = 'Object does not exist.'

async function chooseSession(context: Context, { session, questionnaire }: SingleAnswer): Promise<string> {
  if (session && questionnaire) throw invalidWhole('session and questionnaire cannot be used both!')
  if (session) return getUsableSession(context, session)
  if (!questionnaire) throw invalidWhole('Either the session or questionnaire is mandatory!')
  if (!isUuid(questionnaire)) throw invalid({ questionnaire: [`${questionnaire} is not a valid UUID.`] })
  const found = await findQuestionnaire(context, questionnaire)
  if (!found) throw invalid({ questionnaire: [DOES_NOT_EXIST] })
  return createFreeSession(context, found.id)
}

async function getUsableSession(context: Context, uuid: string): Promise<string> {
  if (!isUuid(uuid)) throw invalid({ session: [`${uuid} is not a valid UUID.`] })
  const session = await findSessionView(context, uuid)
  if (!session || (await findReasonClosed(context, session)) !== undefined) {
    throw invalid({ session: [DOES_NOT_EXIST] })
  }
  return session.uuid
}

function describeNext(
  graph: AskedGraph,
  question: AskedQuestion,
  payload: unknown,
): AnsweredQuestion['next'] {
  const next = findNextQuestion(graph, question, payload)
  const asked = graph.questions.find(({ id }) => id === next?.id)
  if (!asked) return null
  const rules = listEdgesFrom(graph, asked).flatMap(({ nextQuestionId, choiceId }) => {
    const target = graph.questions.find(({ id }) => id === nextQuestionId)
    const choice = asked.choices.find(({ id }) => id === choiceId)
    return target ? [{ key: target.retrievalKey ?? target.uuid, payload: choice?.payload ?? null }] : []
  })
  return { question: asked, rules }
}
