import type { FormAnswer, FormAnswers, Question } from './model.ts'

/** What a plain HTML form sends: a text per field, or several. */
export type PostedFields = Readonly<Record<string, string | readonly string[] | undefined>>

/** Answers out of a form that was sent without script. What was not sent is not answered. */
export function readPostedAnswers(questions: readonly Question[], fields: PostedFields): FormAnswers {
  const entries = questions.flatMap((question): [string, FormAnswer][] => {
    const sent = Object.hasOwn(fields, question.key) ? fields[question.key] : undefined
    const texts = (typeof sent === 'string' ? [sent] : (sent ?? [])).filter((text) => text.trim() !== '')
    const answer = toFormAnswer(question, texts)
    return answer === undefined ? [] : [[question.key, answer]]
  })
  return Object.fromEntries(entries)
}

function toFormAnswer(question: Question, texts: readonly string[]): FormAnswer | undefined {
  const [first] = texts
  if (first === undefined) return undefined
  switch (question.kind) {
    case 'text':
    case 'choice':
    case 'moment':
      return first
    case 'texts':
    case 'choices':
      return texts
    case 'consent':
      return true
    case 'assets':
      // Without a map an object is named by the number on it.
      return texts.map((id) => ({ id, type: 'not-on-map', label: id }))
    case 'location':
    case 'information':
    case 'header':
      return undefined
  }
}
