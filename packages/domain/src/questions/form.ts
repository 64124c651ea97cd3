import { isMet } from './conditions.ts'
import {
  type FormAnswer,
  type FormAnswers,
  type FormFacts,
  findAnswer,
  isAssetAnswers,
  type Question,
} from './model.ts'

export interface FormState {
  readonly questions: readonly Question[]
  readonly answers: FormAnswers
  readonly facts: FormFacts
  readonly isStaff: boolean
}

/** What someone sees, and what of their answers still counts. */
export interface VisibleForm {
  readonly questions: readonly Question[]
  readonly answers: FormAnswers
}

/**
 * Which questions are shown. An answer counts only while its question is visible; as taking answers
 * away never shows more questions, doing so until nothing changes always ends.
 */
export function findVisibleForm(form: FormState): VisibleForm {
  const offered = form.questions.filter((question) => form.isStaff || !question.staffOnly)
  const findVisible = (answers: FormAnswers) =>
    offered.filter(({ condition }) => isMet(condition, (key) => findKnown(key, answers, form.facts)))

  let questions = offered
  let answers = keepAnswers(form.answers, questions)
  for (;;) {
    const visible = findVisible(answers)
    if (visible.length === questions.length) return { questions, answers }
    questions = visible
    answers = keepAnswers(answers, questions)
  }
}

function keepAnswers(answers: FormAnswers, questions: readonly Question[]): FormAnswers {
  const keys = new Set(questions.map(({ key }) => key))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)))
}

function findKnown(key: string, answers: FormAnswers, facts: FormFacts): readonly string[] {
  const answer = findAnswer(answers, key)
  if (answer !== undefined) return toTexts(answer)
  return Object.hasOwn(facts, key) ? [String(facts[key])] : []
}

function toTexts(answer: FormAnswer): readonly string[] {
  if (typeof answer === 'string') return [answer]
  if (typeof answer === 'boolean') return [String(answer)]
  if (isAssetAnswers(answer)) return answer.flatMap(({ id, type }) => [id, type])
  return answer
}

/** Information after which the form cannot go on. */
export function listBlockingQuestions(visible: VisibleForm): Question[] {
  return visible.questions.filter((question) => question.kind === 'information' && question.isBlocking)
}

/** The answers after one has changed; some choices make every other answer meaningless. */
export function changeAnswer(form: FormState, key: string, answer: FormAnswer | undefined): FormAnswers {
  const question = form.questions.find((candidate) => candidate.key === key)
  const resetsOthers = question?.kind === 'choice' && question.resetsOthers
  const known = Object.entries(findVisibleForm(form).answers)
  const others = resetsOthers ? [] : known.filter(([other]) => other !== key)
  const answers = Object.fromEntries(answer === undefined ? others : [...others, [key, answer]])
  return findVisibleForm({ ...form, answers }).answers
}

/** `{incident.x}` in an explanation becomes what is known under that name. */
export function fillPlaceholders(text: string, facts: FormFacts): string {
  return text.replace(/\{incident\.(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(facts, name) ? String(facts[name]) : 'onbekend',
  )
}
