import { announce } from '../islands/announce.ts'
import { shrinkPhoto } from '../islands/shrink-photo.ts'
import { PHOTO_LIMITS } from '../rules/photo-limits.ts'
import {
  createKeptReport,
  findOpenReport,
  type KeptPhoto,
  type KeptReport,
  mergeFields,
} from './kept-report.ts'
import { fill, findAnswerProblem, listAskedNames, offerQuestions } from './offline-questions.ts'
import { changeOpenReport, createId, forgetOpenReport, listKeptReports } from './report-store.ts'

/** The whole form on one page, made and kept on this device; `send` is called when it may go. */
export async function fillOfflineForm(form: HTMLFormElement, send: () => Promise<void>): Promise<void> {
  const open = findOpenReport(await listKeptReports()) ?? createKeptReport(createId(), Date.now())
  show(form, open)
  form.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement
    if (field.type === 'file') return
    if (field.name === '_query') delete form.dataset.place
    keep(form).catch(() => {})
  })
  form.querySelector('input[type="file"]')?.addEventListener('change', (event) => {
    addPhotos(form, event.target as HTMLInputElement).catch(() => {})
  })
  form.querySelector('[data-offline-device]')?.addEventListener('click', () => useDevice(form))
  form.querySelector('[data-offline-clear]')?.addEventListener('click', () => {
    void forgetOpenReport().then(() => {
      form.reset()
      delete form.dataset.place
      form.querySelector('[data-offline-questions]')?.replaceChildren()
      show(form, createKeptReport(createId(), Date.now()))
    })
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (checkFields(form)) void submit(form, send)
  })
  await offerQuestions(form, open.fields)
}

async function submit(form: HTMLFormElement, send: () => Promise<void>): Promise<void> {
  await keep(form)
  const askedAt = new Date().toISOString()
  await changeOpenReport((report) => ({ ...report, state: 'waiting', askedAt, problem: null }))
  form.hidden = true
  await send()
}

function keep(form: HTMLFormElement) {
  const fields = new FormData(form)
  return changeOpenReport((report) => {
    const { _place: _old, _sharing: _older, _shown: _oldest, ...others } = report.fields
    const asked = new Set(listAskedNames(form))
    const known = Object.fromEntries(Object.entries(others).filter(([name]) => !asked.has(name)))
    const place = form.dataset.place ? { _place: [form.dataset.place] } : {}
    return { ...report, state: 'offline', fields: { ...mergeFields(known, fields), ...place } }
  })
}

function show(form: HTMLFormElement, report: KeptReport): void {
  for (const element of form.elements) {
    // Who has begun to type is not interrupted.
    if (element !== document.activeElement) fill(element as HTMLInputElement, report.fields)
  }
  showPlace(form, report.fields._place?.[0])
  showPhotos(form, report.photos)
  showProblem(form, report.problem)
}

function showPlace(form: HTMLFormElement, place: string | undefined): void {
  if (!place) return
  form.dataset.place = place
  const { display } = JSON.parse(place) as { display?: string }
  const query = form.querySelector<HTMLInputElement>('[name="_query"]')
  if (query && query.value === '') query.value = display ?? ''
}

function showProblem(form: HTMLFormElement, problem: string | null): void {
  const block = form.querySelector<HTMLElement>('[data-offline-problem]')
  if (!block) return
  block.hidden = !problem
  block.textContent = problem ?? ''
}

/** Both what is the matter and where must be there; the first that lacks gets the focus. */
function checkFields(form: HTMLFormElement): boolean {
  const text = form.querySelector<HTMLTextAreaElement>('[name="_text"]')
  const query = form.querySelector<HTMLInputElement>('[name="_query"]')
  const lacksText = text?.value.trim() === ''
  const lacksPlace = query?.value.trim() === '' && !form.dataset.place
  if (!lacksText && !lacksPlace) return checkAnswers(form)
  showProblem(form, (lacksText ? form.dataset.textMissing : form.dataset.placeMissing) ?? '')
  if (lacksText) text?.focus()
  else query?.focus()
  return false
}

function checkAnswers(form: HTMLFormElement): boolean {
  const problem = findAnswerProblem(form)
  if (problem !== undefined) showProblem(form, problem)
  return problem === undefined
}

function useDevice(form: HTMLFormElement): void {
  const status = form.querySelector('[data-offline-place-status]')
  const say = (text = '') => {
    if (status) status.textContent = text
  }
  say(form.dataset.deviceBusy)
  navigator.geolocation.getCurrentPosition(
    ({ coords: { longitude, latitude } }) => {
      say(form.dataset.deviceFound)
      const place = { source: 'device', longitude, latitude, address: null, display: '' }
      form.dataset.place = JSON.stringify(place)
      keep(form).catch(() => {})
    },
    () => say(form.dataset.deviceFailed),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
  )
}

async function addPhotos(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const files = Array.from(input.files ?? [])
  input.value = ''
  for (const file of files) await keepPhoto(await shrinkPhoto(file), 'offline')
  showPhotos(form, findOpenReport(await listKeptReports())?.photos ?? [])
  announce(form.dataset.photoAdded ?? '')
}

/** As many as the server would take. */
export function keepPhoto(file: File, state: 'mirror' | 'offline') {
  const photo: KeptPhoto = {
    id: crypto.randomUUID?.() ?? createId(),
    name: file.name,
    blob: file,
    state: 'kept',
  }
  return changeOpenReport((report) => ({
    ...report,
    state: report.state === 'offline' ? 'offline' : state,
    photos: [...report.photos, photo].slice(0, PHOTO_LIMITS.count),
  }))
}

/** The server knows it by its name alone. */
export function dropPhoto(name: string) {
  return changeOpenReport((report) => {
    const gone = report.photos.find((photo) => photo.name === name)
    return { ...report, photos: report.photos.filter((photo) => photo !== gone) }
  })
}

function showPhotos(form: HTMLFormElement, photos: readonly KeptPhoto[]): void {
  const list = form.querySelector<HTMLElement>('[data-offline-photos]')
  if (!list) return
  for (const old of list.querySelectorAll('img')) URL.revokeObjectURL(old.src)
  list.replaceChildren(...photos.map((photo) => createPhotoItem(form, photo)))
  list.hidden = photos.length === 0
}

function createPhotoItem(form: HTMLFormElement, photo: KeptPhoto): HTMLElement {
  const item = document.createElement('li')
  item.className = 'citizen-photos__item'
  const picture = document.createElement('img')
  picture.className = 'citizen-photos__picture'
  picture.src = URL.createObjectURL(photo.blob)
  picture.alt = photo.name
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nl-button nl-button--subtle'
  button.textContent = '×'
  button.setAttribute('aria-label', (form.dataset.photoRemove ?? '').replace('…', photo.name))
  button.addEventListener('click', () => void removePhoto(form, photo.id))
  item.append(picture, button)
  return item
}

async function removePhoto(form: HTMLFormElement, id: string): Promise<void> {
  const report = await changeOpenReport((known) => ({
    ...known,
    photos: known.photos.filter((photo) => photo.id !== id),
  }))
  showPhotos(form, report?.photos ?? [])
  form.querySelector<HTMLInputElement>('input[type="file"]')?.focus()
}
