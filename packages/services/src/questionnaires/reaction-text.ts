import type { SessionView } from './session-view.ts'

/** The words with which someone answered our question. */
export function findReactionText(session: SessionView): string {
  return findAnswerTo(session, 'reaction', (answer) => (typeof answer === 'string' ? answer : ''))
}

export function findAnswerTo<Answer>(
  { graph, answers }: SessionView,
  analysisKey: string,
  read: (answer: unknown) => Answer,
): Answer {
  const question = graph.questions.find((candidate) => candidate.analysisKey === analysisKey)
  return read(question && answers.get(question.id))
}
