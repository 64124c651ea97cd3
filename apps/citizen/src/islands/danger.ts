import { announce } from './announce.ts'
import { findStepForm, submitInPlace } from './step-form.ts'

const PAUSE_MILLISECONDS = 1500
const PARTS = ['gevaar']

/** Who writes about danger is told whom to call while writing, not after four steps. */
export function warnOfDanger(root: ParentNode): void {
  const field = root.querySelector<HTMLTextAreaElement>('#text')
  const form = findStepForm()
  if (!field || form?.dataset.step !== '1') return
  let timer: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(form), PAUSE_MILLISECONDS)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
}

async function look(form: HTMLFormElement): Promise<void> {
  const shown = () => document.getElementById('gevaar')?.textContent?.trim() ?? ''
  const before = shown()
  // Without an answer the next step tells it.
  await submitInPlace(form, 'check', PARTS).catch(() => {})
  if (shown() !== before && shown() !== '') announce(shown())
}
