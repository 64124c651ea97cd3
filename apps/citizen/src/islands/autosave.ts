import { findStepForm, readForm } from './step-form.ts'

const PAUSE_MILLISECONDS = 1200

/** What is typed is kept on the server after a pause, so that going back or closing the tab loses nothing. */
export function keepWhatIsTyped(): void {
  const form = findStepForm()
  if (!form || form.dataset.step === '4') return
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending = new AbortController()

  const save = () => {
    clearTimeout(timer)
    timer = undefined
    sending.abort()
    sending = new AbortController()
    const request = { method: 'POST', body: readForm(form, 'save'), headers: { 'x-autosave': '1' } }
    // It is tried again at the next change, and the form itself is sent in the end.
    fetch(form.action, { ...request, keepalive: true, signal: sending.signal }).catch(() => {})
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE_MILLISECONDS)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    timer = undefined
    sending.abort()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer !== undefined) save()
  })
}
