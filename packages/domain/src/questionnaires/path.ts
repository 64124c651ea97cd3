import { isSameJson } from '../json.ts'
import type { QuestionnaireQuestion } from './questions.ts'

export const MOST_QUESTIONS = 50

export interface QuestionEdge {
  readonly id: number
  readonly order: number
  readonly questionId: number
  readonly nextQuestionId: number
  /** The choice that leads this way; `null` for the way that everyone may take. */
  readonly choiceId: number | null
}

export interface QuestionGraph {
  readonly firstQuestionId: number | null
  readonly questions: readonly QuestionnaireQuestion[]
  readonly edges: readonly QuestionEdge[]
}

/** The latest answer to each question, by its id. */
export type QuestionnaireAnswers = ReadonlyMap<number, unknown>

export interface QuestionPath {
  readonly questions: readonly QuestionnaireQuestion[]
  readonly answeredUuids: readonly string[]
  /** Only those that must be answered. */
  readonly unansweredUuids: readonly string[]
  readonly canFreeze: boolean
}

export class QuestionGraphError extends Error {
  override readonly name = 'QuestionGraphError'
}

/** The questions in the order in which these answers lead along them. */
export function findPath(graph: QuestionGraph, answers: QuestionnaireAnswers): QuestionPath {
  const questions = walk(graph, answers)
  const unanswered = questions.filter(({ id, required }) => required && !answers.has(id))
  const last = questions.at(-1)
  const isAtEnd = last !== undefined && !graph.edges.some((edge) => edge.questionId === last.id)
  return {
    questions,
    answeredUuids: questions.filter(({ id }) => answers.has(id)).map(({ uuid }) => uuid),
    unansweredUuids: unanswered.map(({ uuid }) => uuid),
    canFreeze: isAtEnd && unanswered.length === 0,
  }
}

function walk(graph: QuestionGraph, answers: QuestionnaireAnswers): QuestionnaireQuestion[] {
  if (graph.questions.length > MOST_QUESTIONS) throw new QuestionGraphError('Too many questions in graph.')
  const path: QuestionnaireQuestion[] = []
  let current = findQuestion(graph, graph.firstQuestionId)
  while (current !== undefined) {
    if (path.includes(current)) throw new QuestionGraphError('Cycle detected')
    path.push(current)
    current = findNextQuestion(graph, current, answers.get(current.id))
  }
  return path
}

/** The first way that is open: edges in their order, a choice only when it is the answer. */
export function findNextQuestion(
  graph: QuestionGraph,
  question: QuestionnaireQuestion,
  answer: unknown,
): QuestionnaireQuestion | undefined {
  const edge = listEdgesFrom(graph, question).find(
    ({ choiceId }) => choiceId === null || isChosen(question, choiceId, answer),
  )
  return edge && findQuestion(graph, edge.nextQuestionId)
}

export function listEdgesFrom(graph: QuestionGraph, question: QuestionnaireQuestion): QuestionEdge[] {
  return graph.edges
    .filter(({ questionId }) => questionId === question.id)
    .sort((left, right) => left.order - right.order || left.id - right.id)
}

function isChosen(question: QuestionnaireQuestion, choiceId: number, answer: unknown): boolean {
  const choice = question.choices.find(({ id }) => id === choiceId)
  return choice !== undefined && answer !== undefined && isSameJson(choice.payload, answer)
}

function findQuestion(graph: QuestionGraph, id: number | null): QuestionnaireQuestion | undefined {
  return graph.questions.find((question) => question.id === id)
}
