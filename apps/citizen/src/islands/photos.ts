import { postWithProgress } from '../offline/post-form.ts'
import { announce } from './announce.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { findStepForm, replaceParts, submitInPlace } from './step-form.ts'

const PARTS = ['fouten', 'foto-deel']

/** Photos go to the server as soon as they are chosen, small enough for a slow connection. */
export function uploadPhotosAtOnce(root: ParentNode): void {
  const form = findStepForm()
  const input = root.querySelector<HTMLInputElement>('#fotos[data-uploading]')
  if (form?.dataset.step !== '1') return
  if (input) input.addEventListener('change', () => void upload(form, input))
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-remove-photo]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault()
      void forgetPhoto(button.dataset.removePhoto ?? '')
      submitInPlace(form, button.value, PARTS)
        .then(() => document.getElementById('fotos')?.focus())
        .catch(() => form.requestSubmit(button))
    })
  }
}

async function forgetPhoto(name: string): Promise<void> {
  const { dropPhoto } = await import('../offline/offline-form.ts')
  await dropPhoto(name).catch(() => {})
}

async function upload(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const files = Array.from(input.files ?? [])
  input.value = ''
  const small: File[] = []
  for (const file of files) {
    await noteFacts(file)
    small.push(await shrinkPhoto(file))
  }
  await sendAll(form, small, input.dataset)
}

/** One after the other; those that do not arrive are sent again by a press, or when the connection is back. */
async function sendAll(form: HTMLFormElement, files: readonly File[], texts: DOMStringMap): Promise<void> {
  const { uploading = '', added = '' } = texts
  const left: File[] = []
  // Going on waits for what is under way.
  const hold = (event: Event) => event.preventDefault()
  form.addEventListener('submit', hold)
  try {
    for (const [index, file] of files.entries()) {
      const label = files.length > 1 ? `${uploading} (${index + 1}/${files.length})` : uploading
      showStatus(label)
      await mirrorPhoto(file)
      const answer = await send(form, file, label).catch(() => left.push(file))
      if (typeof answer === 'string') replaceParts(answer, PARTS)
    }
  } finally {
    form.removeEventListener('submit', hold)
  }
  if (left.length === 0) announce(added)
  else offerRetry(form, left, texts)
}

/** On this device too, for when the connection goes away before the report is sent. */
async function mirrorPhoto(file: File): Promise<void> {
  try {
    const { keepPhoto } = await import('../offline/offline-form.ts')
    await keepPhoto(file, 'mirror')
  } catch {
    // Then the server alone has it.
  }
}

function offerRetry(form: HTMLFormElement, files: readonly File[], texts: DOMStringMap): void {
  const status = document.querySelector('[data-photo-status]')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'citizen-text-button'
  button.dataset.photoRetry = ''
  button.textContent = texts.retry ?? ''
  status?.replaceChildren(`${files.map(({ name }) => name).join(', ')}: ${texts.failed ?? ''} `, button)
  const again = () => {
    window.removeEventListener('online', again)
    void sendAll(form, files, texts)
  }
  button.addEventListener('click', again)
  window.addEventListener('online', again)
}

/** Nothing to wait for when it cannot be had. */
async function noteFacts(file: File): Promise<void> {
  const facts = await import('./photo-facts.ts').catch(() => undefined)
  await facts?.notePhotoFacts(file)
}

function showStatus(text: string): void {
  const status = document.querySelector('[data-photo-status]')
  if (status) status.textContent = text
}

/** Throws when the photo did not get through; what the server has against it stands in its answer. */
async function send(form: HTMLFormElement, file: File, label: string): Promise<string> {
  const body = new FormData()
  body.append('_text', form.querySelector<HTMLTextAreaElement>('#text')?.value ?? '')
  body.append('_photos', file)
  body.append('_action', 'photos')
  const post = postWithProgress((percent) => showStatus(`${label} ${percent}%`))
  const { status, text } = await post(form.action, body)
  if (status >= 500) throw new Error('The photo could not be sent')
  return text
}
