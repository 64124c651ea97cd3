/** What a page does for bad connections. It is fetched when the page has nothing better to do. */
import { findStepForm } from '../islands/step-form.ts'
import { closeNotice, showKeptNotice } from './kept-notice.ts'
import { mirrorForm } from './mirror-form.ts'
import { postWithProgress } from './post-form.ts'
import { changeKeptReport, forgetOpenReport, listKeptReports } from './report-store.ts'
import { sendPhoto, sendWaiting } from './send-kept.ts'
import { askToSendLater, keepWorker } from './worker-life.ts'

export async function prepareForBadConnections(): Promise<void> {
  if (!('indexedDB' in window)) return
  // The form itself sent it: the double is not needed any more.
  if (document.querySelector('[data-number]')) await forgetOpenReport()
  const offline = document.querySelector<HTMLFormElement>('[data-offline-form]')
  const form = findStepForm()
  if (offline) await (await import('./offline-form.ts')).fillOfflineForm(offline, sendNow)
  else if (form) await mirrorForm(form)
  listen()
  await showKeptNotice()
  await Promise.all([sendNow(), keepWorker()])
}

async function sendNow(): Promise<void> {
  const isWaiting = (await listKeptReports()).some(({ state }) => state === 'waiting')
  if (!isWaiting) return
  await showKeptNotice()
  try {
    await sendWaiting(postWithProgress(showPercent), { changed: () => void showKeptNotice() })
  } catch {
    await askToSendLater()
  }
  await showKeptNotice()
  const form = document.querySelector<HTMLFormElement>('[data-offline-form]')
  const isGivenBack = (await listKeptReports()).some(({ state, problem }) => state === 'offline' && problem)
  if (form?.hidden && isGivenBack) location.reload()
}

function showPercent(percent: number): void {
  const line = document.querySelector('[data-kept-state="waiting"]')
  const shown = line?.querySelector('[data-percent]') ?? document.createElement('span')
  shown.setAttribute('data-percent', '')
  shown.textContent = ` ${percent}% `
  line?.append(shown)
}

function listen(): void {
  window.addEventListener('online', () => void sendNow())
  if ('BroadcastChannel' in window) {
    new BroadcastChannel('melding').addEventListener('message', () => void showKeptNotice())
  }
  document.querySelector('[data-kept]')?.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-kept-act]') : null
    const { keptAct, keptId = '' } = button?.dataset ?? {}
    if (keptAct === 'close') void closeNotice(keptId)
    if (keptAct === 'now') void sendNow()
    if (keptAct === 'photos') void sendPhotosAgain(keptId)
  })
}

async function sendPhotosAgain(id: string): Promise<void> {
  const report = (await listKeptReports()).find((kept) => kept.id === id)
  for (const photo of report?.photos ?? []) {
    await sendPhoto(id, photo, postWithProgress(showPercent)).catch(() => {})
  }
  await changeKeptReport(id, (kept) => ({
    ...kept,
    photos: kept.photos.filter(({ state }) => state === 'failed' || state === 'kept'),
  }))
  await showKeptNotice()
}
