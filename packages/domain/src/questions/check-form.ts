import type { VisibleForm } from './form.ts'
import { type FormAnswer, findAnswer, isAssetAnswers, type Question } from './model.ts'
import { findTextFault, type TextFault } from './validators.ts'

export type AnswerFault =
  | TextFault
  | { readonly code: 'required' | 'choice' | 'moment' | 'future' | 'type' }
  | { readonly code: 'tooMany'; readonly limit: number }

const LONGEST_TEXT = 3000
const LONGEST_NUMBER_TEXT = 15
const MOST_TEXTS = 50

/** What is wrong, by key of the question, in the order of the form. Empty: everything can be sent. */
export function findFormFaults(visible: VisibleForm, now: Date): Map<string, AnswerFault> {
  const faults = new Map<string, AnswerFault>()
  for (const question of visible.questions) {
    const fault = findAnswerProblem(question, findAnswer(visible.answers, question.key), now)
    if (fault !== undefined) faults.set(question.key, fault)
  }
  return faults
}

export function findAnswerProblem(
  question: Question,
  answer: FormAnswer | undefined,
  now: Date,
): AnswerFault | undefined {
  if (question.kind === 'information' || question.kind === 'header' || question.kind === 'location') {
    return undefined
  }
  if (answer === undefined || isEmpty(answer)) return question.required ? { code: 'required' } : undefined
  return findContentFault(question, answer, now)
}

function isEmpty(answer: FormAnswer): boolean {
  if (typeof answer === 'string') return answer.trim() === ''
  return typeof answer === 'boolean' ? !answer : answer.length === 0
}

type AnswerableQuestion = Exclude<Question, { kind: 'information' | 'header' | 'location' }>

function findContentFault(
  question: AnswerableQuestion,
  answer: FormAnswer,
  now: Date,
): AnswerFault | undefined {
  switch (question.kind) {
    case 'text':
      return typeof answer === 'string' ? findTextProblem(question, answer) : { code: 'type' }
    case 'texts':
      return isTexts(answer) ? findTextsFault(answer) : { code: 'type' }
    case 'choice':
      return question.options.some(({ id }) => id === answer) ? undefined : { code: 'choice' }
    case 'choices': {
      const ids = new Set(question.options.map(({ id }) => id))
      return isTexts(answer) && answer.every((id) => ids.has(id)) ? undefined : { code: 'choice' }
    }
    case 'consent':
      return typeof answer === 'boolean' ? undefined : { code: 'type' }
    case 'moment':
      return typeof answer === 'string' ? findMomentFault(answer, now) : { code: 'type' }
    case 'assets':
      if (!isAssetAnswers(answer)) return { code: 'type' }
      return answer.length > question.most ? { code: 'tooMany', limit: question.most } : undefined
  }
}

function findTextProblem(question: Question, text: string): AnswerFault | undefined {
  const rules = [...question.validators, { kind: 'maxLength', limit: LONGEST_TEXT } as const]
  return rules.map((rule) => findTextFault(text.trim(), rule)).find((fault) => fault !== undefined)
}

/** Numbers of objects that someone typed: digits, and marks between them. */
function findTextsFault(texts: readonly string[]): AnswerFault | undefined {
  if (texts.length > MOST_TEXTS) return { code: 'tooMany', limit: MOST_TEXTS }
  if (texts.some((text) => text.length > LONGEST_NUMBER_TEXT)) {
    return { code: 'maxLength', limit: LONGEST_NUMBER_TEXT }
  }
  return texts.every((text) => /^[\d.,; ]*$/.test(text)) ? undefined : { code: 'pattern' }
}

function isTexts(answer: FormAnswer): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((item) => typeof item === 'string')
}

export const NOW = 'now'

function findMomentFault(text: string, now: Date): AnswerFault | undefined {
  if (text === NOW) return undefined
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) return { code: 'moment' }
  return moment > now ? { code: 'future' } : undefined
}
