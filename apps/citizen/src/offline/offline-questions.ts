import { askQuestionsLive, findObstacle } from '../islands/questions.ts'
import type { KeptReport } from './kept-report.ts'

type Fields = KeptReport['fields']

/** Which category a report is about can be chosen on this device, and then its questions are asked. */
export async function offerQuestions(form: HTMLFormElement, fields: Fields): Promise<void> {
  const select = form.querySelector<HTMLSelectElement>('[name="_category"]')
  const place = form.querySelector<HTMLElement>('[data-offline-questions]')
  if (!select || !place) return
  const questions = await fetchQuestions(form.dataset.questions ?? '')
  const show = (known: Fields) => showQuestions(form, place, { html: questions[select.value] ?? '', known })
  select.addEventListener('change', () => show({}))
  show(fields)
}

async function fetchQuestions(path: string): Promise<Readonly<Record<string, string>>> {
  try {
    return (await (await fetch(path)).json()) as Record<string, string>
  } catch {
    // A report can be made without them.
    return {}
  }
}

interface Shown {
  /** Made by our own server, as the form with connection has it. */
  readonly html: string
  readonly known: Fields
}

function showQuestions(form: HTMLFormElement, place: HTMLElement, { html, known }: Shown): void {
  const template = document.createElement('template')
  template.innerHTML = html
  fillFields(template.content, known)
  place.replaceChildren(template.content)
  askQuestionsLive(place, form)
}

/** Also those that are not asked yet, which stand in templates. */
function fillFields(root: ParentNode, known: Fields): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input, select, textarea')) fill(field, known)
  for (const inner of root.querySelectorAll('template')) fillFields(inner.content, known)
}

export function fill(field: HTMLInputElement, known: Fields): void {
  const values = known[field.name]
  if (!values || field.type === 'hidden' || field.type === 'file') return
  if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value)
  else if (field.value === '') field.value = values[0] ?? ''
}

/** Names of what the questions ask, answered or not: a cross that was taken away is no answer any more. */
export function listAskedNames(form: HTMLFormElement): string[] {
  const fields = form.querySelectorAll<HTMLInputElement>(
    '[data-offline-questions] :is(input, select, textarea)',
  )
  return Array.from(fields, ({ name }) => name)
}

/** Leads to the question that keeps the report from being sent; in words what is the matter, or undefined. */
export function findAnswerProblem(form: HTMLFormElement): string | undefined {
  const part = form.querySelector<HTMLElement>('[data-offline-questions] #vragen')
  const obstacle = part && findObstacle(form, part)
  if (!part || !obstacle) return undefined
  const question = part.querySelector<HTMLElement>(`[data-question="${CSS.escape(obstacle.key)}"]`)
  question?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea, [tabindex]')?.focus()
  return obstacle.isStop ? form.dataset.stopped : form.dataset.answerMissing
}
