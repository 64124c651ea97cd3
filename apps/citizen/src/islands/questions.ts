import {
  type FormFacts,
  findFormFaults,
  findVisibleForm,
  listBlockingQuestions,
  type Question,
  type VisibleForm,
} from '@signalen/domain'
import { EARLIER, type FormFields, readFormAnswers } from '@signalen/ui'
import { findStepForm } from './step-form.ts'

/** Questions come and go while others are answered, by the same rules as on the server. */
export function askQuestionsLive(root: ParentNode, form = findStepForm()): void {
  const part =
    root instanceof HTMLElement && root.id === 'vragen' ? root : root.querySelector<HTMLElement>('#vragen')
  if (!part || !form) return
  const questions = JSON.parse(part.dataset.questions ?? '[]') as Question[]
  const facts = JSON.parse(part.dataset.facts ?? '{}') as FormFacts
  const places = findPlaces(part)
  const update = () => {
    const asked = new Set(findAsked(form, { questions, facts }).questions.map(({ key }) => key))
    for (const [key, place] of places) place.show(asked.has(key))
    for (const moment of part.querySelectorAll<HTMLElement>('[data-moment]')) showMoment(moment)
  }
  part.addEventListener('change', update)
  update()
}

interface Asking {
  readonly questions: readonly Question[]
  readonly facts: FormFacts
}

function findAsked(form: HTMLFormElement, { questions, facts }: Asking): VisibleForm {
  const answers = readFormAnswers(questions, readFields(form))
  return findVisibleForm({ questions, answers, facts, isStaff: false })
}

/** The first question that keeps the form from going on, and whether an answer could mend that. */
export function findObstacle(
  form: HTMLFormElement,
  part: HTMLElement,
): { readonly key: string; readonly isStop: boolean } | undefined {
  const questions = JSON.parse(part.dataset.questions ?? '[]') as Question[]
  const facts = JSON.parse(part.dataset.facts ?? '{}') as FormFacts
  const asked = findAsked(form, { questions, facts })
  const [stop] = listBlockingQuestions(asked)
  if (stop) return { key: stop.key, isStop: true }
  const faults = findFormFaults(asked, new Date())
  const wrong = asked.questions.find(({ key }) => faults.has(key))
  return wrong && { key: wrong.key, isStop: false }
}

interface QuestionPlace {
  show(isAsked: boolean): void
}

/** Where each question stands or would stand. One that is not asked is out of the page, with what was typed in it. */
function findPlaces(part: HTMLElement): ReadonlyMap<string, QuestionPlace> {
  const places = new Map<string, QuestionPlace>()
  for (const template of part.querySelectorAll<HTMLTemplateElement>('template[data-question-template]')) {
    const element = template.content.firstElementChild
    if (element) places.set(template.dataset.questionTemplate ?? '', placeAt(template, element))
  }
  for (const element of part.querySelectorAll<HTMLElement>('[data-question]')) {
    const mark = document.createElement('template')
    element.before(mark)
    places.set(element.dataset.question ?? '', placeAt(mark, element))
  }
  return places
}

function placeAt(mark: HTMLTemplateElement, element: Element): QuestionPlace {
  return {
    show(isAsked) {
      if (isAsked === element.isConnected) return
      if (isAsked) mark.after(element)
      else element.remove()
    },
  }
}

function readFields(form: HTMLFormElement): FormFields {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue
    const known = fields[name]
    if (known) known.push(value)
    else fields[name] = [value]
  }
  return fields
}

function showMoment(moment: HTMLElement): void {
  const chosen = moment.querySelector<HTMLInputElement>('input[type="radio"]:checked')
  const earlier = moment.querySelector<HTMLElement>('[data-moment-earlier]')
  if (earlier) earlier.hidden = chosen?.value !== EARLIER
}
