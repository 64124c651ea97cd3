import type { Api } from './api-client.ts'
import { fieldsOf, listOf, textOf } from './read-json.ts'

export interface AskedQuestion {
  readonly uuid: string
  readonly label: string
  readonly shortLabel: string
  readonly kind: 'text' | 'photos'
  readonly required: boolean
}

export interface ExplanationSection {
  readonly header: string
  readonly text: string
  readonly files: readonly { readonly href: string; readonly description: string }[]
}

/** What someone is asked by a mailed link. */
export interface AskedSession {
  readonly signalId: string
  readonly questions: readonly AskedQuestion[]
  readonly sections: readonly ExplanationSection[]
  readonly place: string
}

export type ClosedLink = 'used' | 'late' | 'unknown' | 'failed'

export type FoundSession =
  | { readonly kind: 'open'; readonly session: AskedSession }
  | { readonly kind: ClosedLink }

const SESSIONS = '/signals/v1/public/qa/sessions'

export async function findSession(api: Api, uuid: string): Promise<FoundSession> {
  const answer = await api.get(`${SESSIONS}/${encodeURIComponent(uuid)}`)
  if (answer.ok) return { kind: 'open', session: readSession(answer.body) }
  return { kind: readClosed(answer.status, answer.body) }
}

/** A report that is not waiting for an answer any more closes the link as well, in the words of the API. */
function readClosed(status: number, body: unknown): ClosedLink {
  const detail = textOf(fieldsOf(body).detail)
  if (status === 410) return /already used/i.test(detail) ? 'used' : 'late'
  if (/invalidated/i.test(detail)) return 'late'
  return status >= 500 ? 'failed' : 'unknown'
}

function readSession(body: unknown): AskedSession {
  const fields = fieldsOf(body)
  const snapshot = fieldsOf(fields.signal_snapshot)
  return {
    signalId: textOf(snapshot.signal_id),
    questions: listOf(fields.path_questions).map(readQuestion),
    sections: listOf(fieldsOf(fields.questionnaire_explanation).sections).map(readSection),
    place: textOf(fieldsOf(snapshot.location).address_text),
  }
}

function readQuestion(value: unknown): AskedQuestion {
  const fields = fieldsOf(value)
  const isPhotos = fields.field_type === 'image' || fields.field_type === 'attachment'
  return {
    uuid: textOf(fields.uuid),
    label: textOf(fields.label),
    shortLabel: textOf(fields.short_label),
    kind: isPhotos ? 'photos' : 'text',
    required: fields.required === true,
  }
}

function readSection(value: unknown): ExplanationSection {
  const fields = fieldsOf(value)
  const files = listOf(fields.files).map((file) => ({
    href: pathOf(textOf(fieldsOf(file).file)),
    description: textOf(fieldsOf(file).description),
  }))
  return { header: textOf(fields.header), text: textOf(fields.text), files }
}

/** The API names whole addresses; from here they are fetched under the address of this site. */
function pathOf(address: string): string {
  if (!URL.canParse(address)) return address
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

export interface SessionAnswer {
  readonly uuid: string
  readonly text: string
}

/** False when an answer is not accepted. */
export async function answerSession(
  api: Api,
  uuid: string,
  answers: readonly SessionAnswer[],
): Promise<boolean> {
  const body = answers.map((answer) => ({ question_uuid: answer.uuid, payload: answer.text }))
  const answer = await api.send('POST', `${SESSIONS}/${encodeURIComponent(uuid)}/answers`, body)
  const faults = fieldsOf(fieldsOf(answer.body).path_validation_errors_by_uuid)
  return answer.ok && answers.every((given) => faults[given.uuid] === undefined)
}

export async function attachToSession(
  api: Api,
  uuid: string,
  question: string,
  photos: readonly File[],
): Promise<boolean> {
  const path = `${SESSIONS}/${encodeURIComponent(uuid)}/attachments`
  const answer = await api.upload(path, photos, { question_uuid: question })
  return answer.ok
}

export async function submitSession(api: Api, uuid: string): Promise<boolean> {
  const answer = await api.send('POST', `${SESSIONS}/${encodeURIComponent(uuid)}/submit`, {})
  return answer.ok
}
