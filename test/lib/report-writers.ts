import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createHttpClient, type HttpClient } from './http-client.ts'

export const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')

export interface SentReport {
  readonly key: string
  /** Null for those whom nobody mails. */
  readonly email: string | null
  /** Kept, so that it stays the same request however often it is sent. */
  readonly at: string
}

export interface AcknowledgedReport extends SentReport {
  readonly uuid: string
}

const { municipality } = JSON.parse(readFileSync(CONFIG, 'utf8'))
const [west, south, east, north] = municipality.boundingBox

export function newReport({ isMailed = true } = {}): SentReport {
  const key = randomUUID()
  return { key, email: isMailed ? `melder-${key}@inwoner.example` : null, at: new Date().toISOString() }
}

/** What the form sends; the key stands in the text too, so that a report that was made twice is seen. */
export function bodyOf({ key, email, at }: SentReport) {
  return {
    text: `De lamp is stuk ${key}`,
    location: { geometrie: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] } },
    category: { sub_category: '/signals/v1/public/terms/categories/overig/sub_categories/overig' },
    reporter: email === null ? {} : { email },
    incident_date_start: at,
  }
}

export async function postReport(url: string, report: SentReport): Promise<AcknowledgedReport> {
  const client = createHttpClient(url)
  try {
    const made = await post<{ signal_id: string }>(client, '/signals/v1/public/signals', {
      key: report.key,
      body: bodyOf(report),
    })
    return { ...report, uuid: made.signal_id }
  } finally {
    client.close()
  }
}

interface Posting {
  readonly key: string
  readonly body: unknown
  readonly token?: string
}

async function post<Made>(client: HttpClient, path: string, { key, body, token }: Posting): Promise<Made> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await client.ask(path, {
    method: 'POST',
    headers: { 'idempotency-key': key, ...authorization },
    body,
  })
  // A fault of the server may pass; that the server finds the report wrong never happens here.
  const isRefused = answer.status >= 400 && answer.status < 500
  if (isRefused) throw new RefusedReport(`answered ${answer.status}: ${answer.body}`)
  if (answer.status !== 201) throw new Error(`answered ${answer.status}`)
  return JSON.parse(answer.body.toString('utf8')) as Made
}

/** As many as staff may make together. One of them has a reporter who is mailed. */
const BATCH = 10

/** Ten reports of staff at once, all or none. */
async function postBatch(
  client: HttpClient,
  token: string,
  reports: readonly SentReport[],
): Promise<AcknowledgedReport[]> {
  const [first] = reports
  const body = reports.map((report) => ({ ...bodyOf(report), source: 'Interne melding' }))
  const made = await post<readonly { signal_id: string }[]>(client, '/signals/v1/private/signals', {
    key: first?.key ?? '',
    body,
    token,
  })
  if (made.length !== reports.length) throw new RefusedReport(`${made.length} of ${reports.length} were made`)
  return reports.map((report, place) => ({ ...report, uuid: made[place]?.signal_id ?? '' }))
}

class RefusedReport extends Error {}

export interface Writers {
  /** In the order in which they were acknowledged. */
  readonly acknowledged: readonly AcknowledgedReport[]
  /** Requests that were sent once more, since the first brought no answer. */
  repeated(): number
  untilAcknowledged(count: number): Promise<void>
  /** Nothing new is begun; what was begun is sent on until it is acknowledged. */
  finish(): Promise<void>
}

export interface WriterOptions {
  readonly count: number
  /** Of somebody who may make ten at once; without one, each writer makes one at a time. */
  readonly token?: string
}

/** Each sends a request with its own key, again and again until it has an answer, and then the next. */
export function startWriters(url: string, { count, token }: WriterOptions): Writers {
  const acknowledged: AcknowledgedReport[] = []
  const state = { stopping: false, repeated: 0 }
  const fault = Promise.withResolvers<never>()
  fault.promise.catch(() => {})
  const onRepeat = () => {
    state.repeated += 1
  }
  const writers = Array.from({ length: count }, async () => {
    while (!state.stopping)
      acknowledged.push(...(await sendUntilAcknowledged(createRequest(url, token), onRepeat)))
  })
  for (const writer of writers) writer.catch(fault.reject)
  return {
    acknowledged,
    repeated: () => state.repeated,
    async untilAcknowledged(wanted) {
      let progress = { count: acknowledged.length, at: Date.now() }
      while (acknowledged.length < wanted) {
        if (acknowledged.length > progress.count) progress = { count: acknowledged.length, at: Date.now() }
        if (Date.now() - progress.at > 60_000)
          throw new Error(`${acknowledged.length} of ${wanted} reports acknowledged`)
        await Promise.race([delay(20), fault.promise])
      }
    },
    async finish() {
      state.stopping = true
      await Promise.all(writers)
    },
  }
}

/** Made up once, so that it is the same however often it is sent. */
function createRequest(url: string, token: string | undefined): () => Promise<readonly AcknowledgedReport[]> {
  if (token === undefined) {
    const report = newReport()
    return async () => [await postReport(url, report)]
  }
  const reports = Array.from({ length: BATCH }, (_, place) => newReport({ isMailed: place === 0 }))
  return async () => {
    const client = createHttpClient(url)
    try {
      return await postBatch(client, token, reports)
    } finally {
      client.close()
    }
  }
}

async function sendUntilAcknowledged(
  request: () => Promise<readonly AcknowledgedReport[]>,
  onRepeat: () => void,
): Promise<readonly AcknowledgedReport[]> {
  const until = Date.now() + 90_000
  for (;;) {
    try {
      return await request()
    } catch (error) {
      if (error instanceof RefusedReport || Date.now() > until) throw error
      onRepeat()
      await delay(100)
    }
  }
}
