import { findOpenReport, mergeFields } from './kept-report.ts'
import { changeOpenReport, forgetOpenReport, listKeptReports } from './report-store.ts'

const PAUSE_MILLISECONDS = 250
/** The server asks these anew when they are needed. */
const NOT_RESTORED = new Set(['_query', '_place', '_category', '_shown'])

/** What is typed is kept on this device as well, so that it is there without connection and without a session. */
export async function mirrorForm(form: HTMLFormElement): Promise<void> {
  await restore(form)
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    keepFields(form).catch(() => {})
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE_MILLISECONDS)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if ((event.submitter as HTMLButtonElement | null)?.value === 'clear') forgetOpenReport().catch(() => {})
    else keep()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep()
  })
}

function keepFields(form: HTMLFormElement) {
  const fields = new FormData(form)
  const empty = Array.from(form.elements, (element) => (element as HTMLInputElement).name).filter(
    (name) => name && name !== '_action' && name !== '_photos' && !fields.has(name),
  )
  const place = form.querySelector<HTMLElement>('[data-chosen-place]')?.dataset.chosenPlace
  if (place) fields.set('_place', place)
  return changeOpenReport((report) => ({
    ...report,
    fields: {
      ...mergeFields(report.fields, fields),
      ...Object.fromEntries(empty.filter((name) => name !== '_place').map((name) => [name, []])),
    },
  }))
}

/** When the server does not have any more what was typed here. */
async function restore(form: HTMLFormElement): Promise<void> {
  const report = findOpenReport(await listKeptReports())
  if (report?.state !== 'mirror') return
  for (const element of form.elements) {
    const field = element as HTMLInputElement | HTMLTextAreaElement
    const [value] = report.fields[field.name] ?? []
    const isText = field.matches('textarea, input[type="text"], input[type="email"], input[type="tel"]')
    if (!isText || field.value !== '' || !value || NOT_RESTORED.has(field.name)) continue
    // Who has begun to type is not interrupted.
    if (field === document.activeElement) continue
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
