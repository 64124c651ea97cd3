import { finishReport, type KeptPhoto, type KeptReport } from './kept-report.ts'
import { changeKeptReport, listKeptReports } from './report-store.ts'

/** The answer to a request; it throws when there is no connection. */
export type Post = (path: string, body: FormData | string) => Promise<{ status: number; text: string }>

export interface Progress {
  /** Something about this report is other than before. */
  changed(): void
}

const LOCK = 'melding-versturen'

/**
 * Sends all that waits. Page and worker may both try: whoever comes first holds the lock, and where there are no
 * locks the id of the report makes the server do it once. Throws when there is no connection.
 */
export async function sendWaiting(post: Post, progress: Progress): Promise<void> {
  if (!navigator.locks) return sendAll(post, progress)
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await sendAll(post, progress)
  })
}

async function sendAll(post: Post, progress: Progress): Promise<void> {
  for (const report of await listKeptReports()) {
    if (report.state === 'waiting') await sendOne(report, post, progress)
  }
}

async function sendOne(report: KeptReport, post: Post, progress: Progress): Promise<void> {
  for (const photo of report.photos) {
    if (photo.state === 'kept') await sendPhoto(report.id, photo, post)
    progress.changed()
  }
  const body = JSON.stringify({ fields: report.fields, askedAt: report.askedAt })
  const { status, text } = await post(`/melden/bewaard/${report.id}`, body)
  const answer = readAnswer(text)
  // Anything else is the server's trouble: it is tried again later.
  if (status === 200 && answer.number) await finish(report.id, answer.number)
  else if (status === 422) await giveBack(report.id, answer.problem ?? '')
  progress.changed()
}

/** A photo that the server will not have, or cannot take now, never keeps the report from being sent. */
export async function sendPhoto(reportId: string, photo: KeptPhoto, post: Post): Promise<void> {
  const body = new FormData()
  body.append('_photos', photo.blob, photo.name)
  const { status } = await post(`/melden/bewaard/${reportId}/foto/${photo.id}`, body)
  const state = stateOf(status)
  await changeKeptReport(reportId, (report) => ({
    ...report,
    photos: report.photos.map((other) => (other.id === photo.id ? { ...other, state } : other)),
  }))
}

function stateOf(status: number): KeptPhoto['state'] {
  if (status < 300) return 'uploaded'
  return status === 422 || status === 413 ? 'refused' : 'failed'
}

function finish(id: string, number: string) {
  return changeKeptReport(id, (report) => finishReport(report, number, Date.now()))
}

function giveBack(id: string, problem: string) {
  return changeKeptReport(id, (report) => ({ ...report, state: 'offline', problem }))
}

interface Answer {
  readonly number?: string
  readonly problem?: string
}

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return {}
  }
}
