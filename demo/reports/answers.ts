import { readFileSync } from 'node:fs'
import type { FormAnswers, Question, WireQuestion } from '@signalen/domain'
import { findIncidentStart, findVisibleForm, readQuestions, toExtraProperties } from '@signalen/domain'
import type { DemoAnswer } from '../types.ts'

type ConfiguredQuestion = {
  key: string
  fieldType: string
  required: boolean
  meta: unknown
  order: number | null
}
type ConfiguredCategory = { slug: string; children: { slug: string; questions: ConfiguredQuestion[] }[] }

export type Questions = (main: string, sub: string) => Question[]

/** The questions of the demonstration municipality, as its citizen form reads them. */
export function loadQuestions(): Questions {
  const { categories } = JSON.parse(
    readFileSync(new URL('../municipality.json', import.meta.url), 'utf8'),
  ) as { categories: ConfiguredCategory[] }
  return (main, sub) => {
    const category = categories.find(({ slug }) => slug === main)?.children.find(({ slug }) => slug === sub)
    if (category === undefined) throw new Error(`There is no category ${main}/${sub}.`)
    return readQuestions(category.questions.map(toWire))
  }
}

function toWire({ key, fieldType, required, meta }: ConfiguredQuestion): WireQuestion {
  return { key, field_type: fieldType, required, meta }
}

/** Fills in the form of a category: the given answers, and the moment where the form asks for it. */
export function answerQuestions(
  questions: readonly Question[],
  category: { main: string; sub: string },
  given: { answers: FormAnswers; incidentStart: Date },
): { extraProperties: DemoAnswer[]; incidentStart: Date } {
  const moments = questions
    .filter(({ kind }) => kind === 'moment')
    .map(({ key }) => [key, given.incidentStart.toISOString()])
  const answers = { ...Object.fromEntries(moments), ...given.answers }
  const visible = findVisibleForm({ questions, answers, facts: {}, isStaff: false })
  const extraProperties = toExtraProperties(visible, category).map(({ id, label, category_url, answer }) => ({
    id,
    label,
    category_url,
    answer,
  }))
  return { extraProperties, incidentStart: findIncidentStart(visible, given.incidentStart) }
}
