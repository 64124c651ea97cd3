import type { ExtraProperty } from '@signalen/domain'
import type { ReportLanguage } from '@signalen/ui'
import type { ChosenPlace, DraftContact, PhotoFailure } from '../drafts/draft.ts'
import type { Api, ApiAnswer } from './api-client.ts'
import { fieldsOf, listOf, textOf } from './read-json.ts'

export interface NewReport {
  readonly key: string
  readonly text: string
  /** In which the reporter hears back. */
  readonly language: ReportLanguage
  readonly categoryPath: string
  readonly place: ChosenPlace
  readonly contact: DraftContact
  readonly happenedAt: Date
  readonly answers: readonly ExtraProperty[]
}

export type SendResult =
  | { readonly kind: 'sent'; readonly number: string; readonly signalId: string }
  | { readonly kind: 'refused'; readonly faults: readonly RefusedPart[] }
  /** `other`: with this key something else was sent before. */
  | { readonly kind: 'tooMany' | 'failed' | 'other' }

/** Which part of the report the API refuses. */
export type RefusedPart = 'text' | 'place' | 'category' | 'phone' | 'email' | 'answers' | 'moment' | 'other'

export async function sendReport(api: Api, report: NewReport): Promise<SendResult> {
  const headers = { 'idempotency-key': report.key }
  const answer = await api
    .send('POST', '/signals/v1/public/signals/', presentReport(report), headers)
    .catch((): ApiAnswer => ({ status: 0, ok: false, body: undefined }))
  if (answer.ok) return readSent(answer.body)
  if (answer.status === 400) return { kind: 'refused', faults: readRefusedParts(answer.body) }
  if (answer.status === 409) return { kind: 'other' }
  return { kind: answer.status === 429 ? 'tooMany' : 'failed' }
}

function presentReport(report: NewReport) {
  const { place, contact } = report
  return {
    text: report.text,
    location: {
      geometrie: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      ...(place.address && { address: place.address }),
    },
    category: { sub_category: report.categoryPath },
    reporter: {
      email: contact.email || null,
      phone: contact.phone || null,
      sharing_allowed: contact.sharingAllowed,
    },
    incident_date_start: report.happenedAt.toISOString(),
    extra_properties: report.answers,
    ...(report.language !== 'nl' && { language: report.language }),
  }
}

function readSent(body: unknown): SendResult {
  const { id_display, signal_id } = fieldsOf(body)
  return { kind: 'sent', number: textOf(id_display), signalId: textOf(signal_id) }
}

const PARTS: Readonly<Record<string, RefusedPart>> = {
  text: 'text',
  location: 'place',
  category: 'category',
  extra_properties: 'answers',
  incident_date_start: 'moment',
}

function readRefusedParts(body: unknown): RefusedPart[] {
  const parts = Object.entries(fieldsOf(body)).flatMap(([name, value]) => {
    if (name === 'reporter') return readReporterParts(value)
    return PARTS[name] ?? 'other'
  })
  return parts.length > 0 ? parts : ['other']
}

function readReporterParts(value: unknown): RefusedPart[] {
  const names = Object.keys(fieldsOf(value))
  const parts = names.map((name): RefusedPart => (name === 'phone' || name === 'email' ? name : 'other'))
  return parts.length > 0 ? parts : ['other']
}

/** Undefined when the photo arrived. */
export async function sendPhoto(api: Api, signalId: string, photo: File): Promise<PhotoFailure | undefined> {
  const path = `/signals/v1/public/signals/${signalId}/attachments/`
  const answer = await api.upload(path, [photo]).catch(() => undefined)
  if (answer?.ok) return undefined
  if (answer?.status === 413) return 'size'
  if (answer?.status !== 400) return 'server'
  const messages = listOf(fieldsOf(answer.body).file).map(textOf).join(' ')
  if (/large|groot|size/i.test(messages)) return 'size'
  return /type|extension/i.test(messages) ? 'type' : 'unreadable'
}
