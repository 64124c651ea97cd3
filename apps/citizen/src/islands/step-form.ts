import { enhance } from './enhance.ts'

export function findStepForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('form[data-step]')
}

/** What stands in the form now; files go by themselves. */
export function readForm(form: HTMLFormElement, action: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  fields.set('_action', action)
  return fields
}

/**
 * Sends the form as a button would, and puts the parts of the answer that changed in place of the old ones.
 * The server makes every part, so there is one way in which it can look.
 */
export async function submitInPlace(
  form: HTMLFormElement,
  action: string,
  parts: readonly string[],
): Promise<void> {
  const response = await fetch(form.action, { method: 'POST', body: readForm(form, action) })
  if (response.status >= 500) throw new Error('The server could not answer')
  // Another page than this one: its sentence is what must be read.
  if (replaceParts(await response.text(), parts) === 0) location.assign(response.url)
}

/** The same as a whole page, when it did not work in place; the page that comes says what is the matter. */
export function submitWhole(form: HTMLFormElement, action: string): void {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = '_action'
  field.value = action
  form.append(field)
  form.submit()
}

/** How many parts were put in place. */
export function replaceParts(html: string, parts: readonly string[]): number {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const focused = document.activeElement?.id
  let replaced = 0
  for (const id of parts) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
    if (!old || !fresh) continue
    const element = document.importNode(fresh, true)
    old.replaceWith(element)
    enhance(element)
    replaced += 1
  }
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus()
  return replaced
}
