import type { ReportLanguage } from '@signalen/ui'
import type { Api } from './api-client.ts'
import { fieldsOf, listOf, resultsOf, textOf } from './read-json.ts'

export interface MyReport {
  readonly uuid: string
  readonly number: string
  readonly text: string
  readonly status: string
  readonly createdAt: Date
}

export interface MyReportDetail extends MyReport {
  readonly place: string
  /** Longitude and latitude. */
  readonly position: readonly [number, number] | undefined
  readonly photos: readonly { readonly href: string; readonly caption: string }[]
  readonly history: readonly { readonly when: Date; readonly action: string; readonly description: string }[]
}

export type LinkRequest = 'sent' | 'tooMany' | 'failed'

export async function requestMyReportsLink(
  api: Api,
  email: string,
  language: ReportLanguage,
): Promise<LinkRequest> {
  const answer = await api.send('POST', '/signals/v1/my/signals/request-auth-token', {
    email,
    ...(language !== 'nl' && { language }),
  })
  if (answer.ok) return 'sent'
  return answer.status === 429 ? 'tooMany' : 'failed'
}

function authorise(token: string) {
  return { authorization: `Token ${token}` }
}

/** Undefined when the link does not work (any more). */
export async function listMyReports(api: Api, token: string): Promise<MyReport[] | undefined> {
  const answer = await api.get('/signals/v1/my/signals?page_size=100', authorise(token))
  return answer.ok ? resultsOf(answer.body).map(readReport) : undefined
}

export async function findMyReport(
  api: Api,
  token: string,
  uuid: string,
): Promise<MyReportDetail | undefined> {
  const path = `/signals/v1/my/signals/${encodeURIComponent(uuid)}`
  const [detail, history] = await Promise.all([
    api.get(path, authorise(token)),
    api.get(`${path}/history`, authorise(token)),
  ])
  if (!detail.ok) return undefined
  const fields = fieldsOf(detail.body)
  return {
    ...readReport(detail.body),
    place: textOf(fieldsOf(fields.location).address_text),
    position: readPosition(fieldsOf(fields.location).geometrie),
    photos: listOf(fieldsOf(fields._links)['sia:attachments']).map(readPhoto),
    history: listOf(history.body).map(readHistoryLine),
  }
}

const MOST_ON_MAP = 50

export interface MyPlace {
  readonly number: string
  readonly createdAt: Date
  readonly position: readonly [number, number]
}

/** Where the newest of someone's reports are. Undefined when the link does not work (any more). */
export async function listMyPlaces(api: Api, token: string): Promise<MyPlace[] | undefined> {
  const reports = await listMyReports(api, token)
  if (!reports) return undefined
  const places: MyPlace[] = []
  for (const { uuid, number, createdAt } of reports.slice(0, MOST_ON_MAP)) {
    const answer = await api.get(`/signals/v1/my/signals/${encodeURIComponent(uuid)}`, authorise(token))
    const position = readPosition(fieldsOf(fieldsOf(answer.body).location).geometrie)
    if (position) places.push({ number, createdAt, position })
  }
  return places
}

function readPosition(geometry: unknown): readonly [number, number] | undefined {
  const [longitude, latitude] = listOf(fieldsOf(geometry).coordinates)
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined
}

function readReport(value: unknown): MyReport {
  const fields = fieldsOf(value)
  return {
    uuid: textOf(fields.uuid),
    number: textOf(fields.id_display),
    text: textOf(fields.text),
    status: textOf(fieldsOf(fields.status).state_display),
    createdAt: new Date(textOf(fields.created_at)),
  }
}

function readPhoto(value: unknown) {
  const { href, caption } = fieldsOf(value)
  const address = textOf(href)
  if (!URL.canParse(address)) return { href: address, caption: textOf(caption) }
  const { pathname, search } = new URL(address)
  return { href: `${pathname}${search}`, caption: textOf(caption) }
}

function readHistoryLine(value: unknown) {
  const fields = fieldsOf(value)
  return {
    when: new Date(textOf(fields.when)),
    action: textOf(fields.action),
    description: textOf(fields.description),
  }
}
