import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createHttpClient } from './http-client.ts'

export const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')

export interface SentReport {
  readonly key: string
  readonly email: string
  /** Kept, so that it stays the same request however often it is sent. */
  readonly at: string
}

export interface AcknowledgedReport extends SentReport {
  readonly uuid: string
}

const { municipality } = JSON.parse(readFileSync(CONFIG, 'utf8'))
const [west, south, east, north] = municipality.boundingBox

export function newReport(): SentReport {
  const key = randomUUID()
  return { key, email: `melder-${key}@inwoner.example`, at: new Date().toISOString() }
}

/** What the form sends; the key stands in the text too, so that a report that was made twice is seen. */
export function bodyOf({ key, email, at }: SentReport) {
  return {
    text: `De lamp is stuk ${key}`,
    location: { geometrie: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] } },
    category: { sub_category: '/signals/v1/public/terms/categories/overig/sub_categories/overig' },
    reporter: { email },
    incident_date_start: at,
  }
}

export async function postReport(url: string, report: SentReport): Promise<AcknowledgedReport> {
  const client = createHttpClient(url)
  try {
    const { status, body } = await client.ask('/signals/v1/public/signals', {
      method: 'POST',
      headers: { 'idempotency-key': report.key },
      body: bodyOf(report),
    })
    // A fault of the server may pass; that the server finds the report wrong never happens here.
    if (status >= 400 && status < 500) throw new RefusedReport(`answered ${status}: ${body}`)
    if (status !== 201) throw new Error(`answered ${status}`)
    return { ...report, uuid: JSON.parse(body.toString('utf8')).signal_id }
  } finally {
    client.close()
  }
}

class RefusedReport extends Error {}

export interface Writers {
  /** In the order in which they were acknowledged. */
  readonly acknowledged: readonly AcknowledgedReport[]
  untilAcknowledged(count: number): Promise<void>
  /** Nothing new is begun; what was begun is sent on until it is acknowledged. */
  finish(): Promise<void>
}

/** Each sends a report with its own key, again and again until it has an answer, and then the next. */
export function startWriters(url: string, count: number): Writers {
  const acknowledged: AcknowledgedReport[] = []
  const state = { stopping: false }
  const fault = Promise.withResolvers<never>()
  fault.promise.catch(() => {})
  const writers = Array.from({ length: count }, async () => {
    while (!state.stopping) acknowledged.push(await sendUntilAcknowledged(url, newReport()))
  })
  for (const writer of writers) writer.catch(fault.reject)
  return {
    acknowledged,
    async untilAcknowledged(wanted) {
      const until = Date.now() + 60_000
      while (acknowledged.length < wanted) {
        if (Date.now() > until) throw new Error(`${acknowledged.length} of ${wanted} reports acknowledged`)
        await Promise.race([delay(20), fault.promise])
      }
    },
    async finish() {
      state.stopping = true
      await Promise.all(writers)
    },
  }
}

async function sendUntilAcknowledged(url: string, report: SentReport): Promise<AcknowledgedReport> {
  const until = Date.now() + 90_000
  for (;;) {
    try {
      return await postReport(url, report)
    } catch (error) {
      if (error instanceof RefusedReport || Date.now() > until) throw error
      await delay(100)
    }
  }
}
