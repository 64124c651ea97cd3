import type { ExtraProperty } from '../signals/extra-properties.ts'
import type { VisibleForm } from './form.ts'
import { type FormAnswer, findAnswer, isAssetAnswers, type Question } from './model.ts'

/** The category for which the questions were asked, by its slugs. */
export interface AskedCategory {
  readonly main: string
  readonly sub: string
}

export function createCategoryPath({ main, sub }: AskedCategory): string {
  return `/signals/v1/public/terms/categories/${main}/sub_categories/${sub}`
}

/** The answers that are sent with a report: those of visible questions, in the shapes that clients know. */
export function toExtraProperties(visible: VisibleForm, category: AskedCategory): ExtraProperty[] {
  return visible.questions.flatMap((question) => {
    const given = findAnswer(visible.answers, question.key)
    const answer = given === undefined ? undefined : toStoredAnswer(question, given)
    if (answer === undefined) return []
    return [
      {
        id: question.key,
        label: question.shortLabel,
        category_url: createCategoryPath(category),
        answer,
      },
    ]
  })
}

function toStoredAnswer(question: Question, answer: FormAnswer): unknown {
  switch (question.kind) {
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined
    case 'texts': {
      const texts = listTexts(answer)
      return texts.length > 0 ? texts : undefined
    }
    case 'choice': {
      const option = question.options.find(({ id }) => id === answer)
      if (option === undefined) return undefined
      const { id, label, info } = option
      return question.appearance === 'radio' ? { id, label, info } : { id, label }
    }
    case 'choices': {
      const chosen = question.options.filter(({ id }) => listTexts(answer).includes(id))
      return chosen.length > 0 ? chosen.map(({ id, label }) => ({ id, label })) : undefined
    }
    case 'consent':
      return typeof answer === 'boolean' ? { label: question.text, value: answer } : undefined
    case 'assets':
      return isAssetAnswers(answer) && answer.length > 0 ? answer : undefined
    case 'moment':
    case 'location':
    case 'information':
    case 'header':
      return undefined
  }
}

function listTexts(answer: FormAnswer): string[] {
  if (!Array.isArray(answer)) return []
  return answer.filter((item) => typeof item === 'string' && item.trim() !== '')
}

/** When it happened, where a visible question asks for it; else now. */
export function findIncidentStart(visible: VisibleForm, now: Date): Date {
  for (const question of visible.questions) {
    if (question.kind !== 'moment') continue
    const answer = findAnswer(visible.answers, question.key)
    const moment = typeof answer === 'string' ? new Date(answer) : now
    if (!Number.isNaN(moment.getTime())) return moment
  }
  return now
}
