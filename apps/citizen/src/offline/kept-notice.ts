import type { KeptReport } from './kept-report.ts'
import { deleteKeptReport, listKeptReports } from './report-store.ts'

/** On every page: what is not yet sent, and what was sent meanwhile. */
export async function showKeptNotice(): Promise<void> {
  const block = document.querySelector<HTMLElement>('[data-kept]')
  if (!block) return
  const reports = await listKeptReports()
  const isHere = document.querySelector('[data-offline-form]') !== null
  const told = document.querySelector('[data-number]')?.textContent
  const shown = reports.filter(
    ({ state, number }) =>
      state === 'waiting' || (state === 'sent' && number !== told) || (state === 'offline' && !isHere),
  )
  const lines = shown.map((report) => createLine(block, report))
  const isSame = lines.map((line) => line.textContent).join() === block.textContent
  if (!isSame) block.replaceChildren(...lines)
  block.hidden = lines.length === 0
}

function createLine({ dataset }: HTMLElement, report: KeptReport): HTMLElement {
  const line = document.createElement('p')
  line.className = 'nl-paragraph'
  line.dataset.keptState = report.state
  const failed = report.photos.filter(({ state }) => state === 'failed').length
  if (report.state === 'sent') {
    line.append(`${dataset.sent} `, createStrong(report.number ?? ''), '. ')
    if (failed > 0)
      line.append(`${dataset.photosFailed} `, createButton(dataset.retry, 'photos', report.id), ' ')
    line.append(createButton(dataset.close, 'close', report.id))
  } else if (report.state === 'waiting') {
    line.append(`${dataset.waiting} `, createButton(dataset.now, 'now', report.id))
  } else {
    const link = document.createElement('a')
    link.href = '/zonder-verbinding'
    link.className = 'nl-link'
    link.textContent = dataset.continue ?? ''
    line.append(`${dataset.unfinished} `, link)
  }
  return line
}

function createStrong(text: string): HTMLElement {
  const strong = document.createElement('strong')
  strong.textContent = text
  return strong
}

function createButton(label = '', act: string, id: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'citizen-text-button'
  button.dataset.keptAct = act
  button.dataset.keptId = id
  button.textContent = label
  return button
}

export async function closeNotice(id: string): Promise<void> {
  await deleteKeptReport(id)
  await showKeptNotice()
}
