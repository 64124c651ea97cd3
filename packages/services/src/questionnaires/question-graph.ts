import {
  DEFAULT_ANSWERS,
  findPath,
  type QuestionGraph,
  QuestionGraphError,
  type QuestionnaireAnswers,
  type QuestionnaireFieldType,
  type QuestionnaireQuestion,
  type QuestionPath,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'

/** A question with the words in which it is asked. */
export interface AskedQuestion extends QuestionnaireQuestion {
  readonly retrievalKey: string | null
  readonly analysisKey: string
  readonly label: string
  readonly shortLabel: string
}

export interface AskedGraph extends QuestionGraph {
  readonly questions: readonly AskedQuestion[]
}

export interface GraphStart {
  readonly questionnaireId: number
  readonly firstQuestionId: number | null
}

export async function loadGraph(context: Context, start: GraphStart): Promise<AskedGraph> {
  const rows = await context.db.kysely
    .selectFrom('qa_edge')
    .select(['id', 'order', 'question_id', 'next_question_id', 'choice_id'])
    .where('questionnaire_id', '=', start.questionnaireId)
    .execute()
  const edges = rows.map((row) => ({
    id: row.id,
    order: row.order,
    questionId: row.question_id,
    nextQuestionId: row.next_question_id,
    choiceId: row.choice_id,
  }))
  const first = start.firstQuestionId === null ? [] : [start.firstQuestionId]
  const ids = new Set([...first, ...edges.flatMap((edge) => [edge.questionId, edge.nextQuestionId])])
  return { firstQuestionId: start.firstQuestionId, edges, questions: await loadQuestions(context, [...ids]) }
}

export async function loadQuestions(context: Context, ids: readonly number[]): Promise<AskedQuestion[]> {
  if (ids.length === 0) return []
  const { kysely } = context.db
  const rows = await kysely
    .selectFrom('qa_question')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const choices = await kysely
    .selectFrom('qa_choice')
    .select(['id', 'question_id', 'payload'])
    .where('question_id', 'in', [...ids])
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    uuid: row.uuid,
    retrievalKey: row.retrieval_key,
    analysisKey: row.analysis_key,
    label: row.label,
    shortLabel: row.short_label,
    fieldType: row.field_type as QuestionnaireFieldType,
    required: row.required,
    enforceChoices: row.enforce_choices,
    choices: choices.filter(({ question_id }) => question_id === row.id),
    answers: row.multiple_answers_allowed ? readRange(row.additional_validation) : null,
  }))
}

function readRange(validation: unknown): { least: number; most: number } {
  const { answers } = (validation ?? {}) as { answers?: { minItems?: unknown; maxItems?: unknown } }
  const least = Number(answers?.minItems ?? DEFAULT_ANSWERS.least)
  const most = Number(answers?.maxItems ?? DEFAULT_ANSWERS.most)
  return { least, most }
}

/** The way along the questions; a questionnaire that leads in a circle is a fault that can be told. */
export function getPath(graph: AskedGraph, answers: QuestionnaireAnswers): QuestionPath {
  try {
    return findPath(graph, answers)
  } catch (error) {
    if (error instanceof QuestionGraphError) throw invalid([error.message])
    throw error
  }
}
