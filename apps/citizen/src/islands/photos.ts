import { announce } from './announce.ts'
import { notePhotoFacts } from './photo-facts.ts'
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
      submitInPlace(form, button.value, PARTS)
        .then(() => document.getElementById('fotos')?.focus())
        .catch(() => form.requestSubmit(button))
    })
  }
}

async function upload(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const files = Array.from(input.files ?? [])
  const { uploading = '', failed = '', added = '' } = input.dataset
  input.value = ''
  // Going on waits for what is under way.
  const hold = (event: Event) => event.preventDefault()
  form.addEventListener('submit', hold)
  try {
    for (const [index, file] of files.entries()) {
      showStatus(files.length > 1 ? `${uploading} (${index + 1}/${files.length})` : uploading)
      await notePhotoFacts(file)
      replaceParts(await send(form, await shrinkPhoto(file), uploading), PARTS)
    }
    announce(added)
  } catch {
    showStatus(failed)
  } finally {
    form.removeEventListener('submit', hold)
  }
}

function showStatus(text: string): void {
  const status = document.querySelector('[data-photo-status]')
  if (status) status.textContent = text
}

/** The old way of sending, as it is the one that tells how far it is. */
function send(form: HTMLFormElement, file: File, uploading: string): Promise<string> {
  const body = new FormData()
  body.append('_text', form.querySelector<HTMLTextAreaElement>('#text')?.value ?? '')
  body.append('_photos', file)
  body.append('_action', 'photos')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      showStatus(`${uploading} ${Math.round((100 * loaded) / Math.max(total, 1))}%`)
    })
    request.addEventListener('load', () => resolve(request.responseText))
    request.addEventListener('error', () => reject(new Error('The photo could not be sent')))
    request.send(body)
  })
}
