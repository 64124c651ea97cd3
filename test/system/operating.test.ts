import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Database, openDatabase } from '@signalen/database'
import { runTask } from '@signalen/services'
import { createTestContext, type FakeS3, openFakeS3, S3_KEYS } from '@signalen/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../tools/lib/postgres.mjs'
import { type Server, startServer } from '../lib/server.ts'

/** What must not be found in anything that is for watching. */
const CANARIES = {
  text: 'kanariepietsnavel lag om op de stoep',
  email: 'kanarie.melder@bewoner.example',
  phone: '+31612345098',
  street: 'Kanariestraatnaam',
}

let server: Server
let s3: FakeS3
let metricsPort: number
const collected: { path: string; body: Buffer }[] = []
const collector = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    collected.push({ path: request.url ?? '', body: Buffer.concat(chunks) })
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
  })
})

beforeAll(async () => {
  s3 = await openFakeS3()
  metricsPort = await freePort()
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done))
  server = await startServer({
    environment: {
      LOG_LEVEL: 'info',
      METRICS_PORT: String(metricsPort),
      S3_ENDPOINT: s3.endpoint,
      S3_BUCKET: s3.bucket,
      S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
      S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      OTEL_BSP_SCHEDULE_DELAY: '200',
      OTEL_METRIC_EXPORT_INTERVAL: '500',
    },
  })
})

afterAll(async () => {
  await server.stop()
  server.remove()
  await s3.close()
  collector.close()
})

async function postReport(): Promise<string> {
  const answer = await fetch(`${server.url}/signals/v1/public/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      text: CANARIES.text,
      location: {
        geometrie: { type: 'Point', coordinates: [4.36, 52.0] },
        address: { openbare_ruimte: CANARIES.street, huisnummer: 1, postcode: '1000AB', woonplaats: 'X' },
      },
      category: {
        sub_category: '/signals/v1/public/terms/categories/overig/sub_categories/overig',
      },
      reporter: { email: CANARIES.email, phone: CANARIES.phone, sharing_allowed: true },
      incident_date_start: new Date().toISOString(),
    }),
  })
  const body = (await answer.json()) as { signal_id: string }
  expect(answer.status, JSON.stringify(body)).toBe(201)
  return body.signal_id
}

async function addPhoto(signalId: string): Promise<number> {
  const form = new FormData()
  const photos = join(import.meta.dirname, '..', '..', 'demo', 'photos')
  const name = 'bicycle-wreck.jpg'
  form.set('file', new Blob([new Uint8Array(readFileSync(join(photos, name)))], { type: 'image/jpeg' }), name)
  const answer = await fetch(`${server.url}/signals/v1/public/signals/${signalId}/attachments`, {
    method: 'POST',
    body: form,
  })
  return answer.status
}

async function readMetrics(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
}

describe('a product that is watched and keeps files elsewhere', () => {
  test('keeps photos in object storage, and takes reports while that is away', async () => {
    const id = await postReport()
    expect(await addPhoto(id)).toBe(201)
    const kept = [...s3.objects.keys()]
    expect(kept.length).toBeGreaterThanOrEqual(1)
    expect(
      kept.every((key) => /^files\/default\/attachments\/\d{4}\/\d\d\/\d\d\/[\w-]+\.jpg$/.test(key)),
    ).toBe(true)
    s3.setMood('down')
    const other = await postReport()
    expect(await addPhoto(other)).toBe(503)
    s3.setMood('well')
    expect(await addPhoto(other)).toBe(201)
  })

  test('tells nothing of its inside on the public port', async () => {
    const inside = await readMetrics()
    expect(inside).toContain('signalen_http_request_duration_seconds')
    const outside = await (await fetch(`${server.url}/metrics`)).text()
    expect(outside).not.toContain('signalen_http_request_duration_seconds')
    expect((await fetch(`http://127.0.0.1:${metricsPort}/status/health`)).status).toBe(200)
  })

  test('shows a report from request to query to mail in one trace', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    await fetch(`${server.url}/signals/v1/public/terms/categories`, {
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    })
    const bytesOf = (path: string) =>
      Buffer.concat(collected.filter((one) => one.path === path).map(({ body }) => body))
    await expect
      .poll(() => bytesOf('/v1/traces').includes(Buffer.from(traceId, 'hex')), { timeout: 15_000 })
      .toBe(true)
    await expect
      .poll(() => bytesOf('/v1/traces').toString('latin1'), { timeout: 15_000 })
      .toContain('process mail.send')
    const names = bytesOf('/v1/traces').toString('latin1')
    for (const name of ['insert signal', 'mail send', 'files put']) expect(names).toContain(name)
    await expect
      .poll(() => bytesOf('/v1/metrics').toString('latin1'), { timeout: 15_000 })
      .toContain('http.server.request.duration')
  })

  test('holds nothing of the reporter in traces, metrics or logs', async () => {
    const watched = {
      traces: Buffer.concat(collected.map(({ body }) => body)).toString('utf8'),
      metrics: await readMetrics(),
      log: server.output(),
    }
    for (const [place, content] of Object.entries(watched)) {
      expect(content.length, place).toBeGreaterThan(100)
      for (const canary of Object.values(CANARIES)) {
        expect(content.includes(canary), `${canary} in ${place}`).toBe(false)
      }
    }
  })

  test('holds nothing of the reporter in a dump of the database, once reporters were forgotten', async () => {
    expect(await server.stop(), server.output()).toBe(0)
    const database = await openDatabase({ dataDir: server.dataDir })
    const contact = [CANARIES.email, CANARIES.phone]
    try {
      await makeOld(database)
      expect(findIn(await dump(database), contact)).toEqual(contact)
      const { context, clock } = createTestContext(database.municipality('default'))
      clock.set(new Date())
      expect(await runTask(context, 'anonymise-reporters')).not.toMatchObject({ reporters: 0 })
      expect(findIn(await dump(database), contact)).toEqual([])
    } finally {
      await database.close()
    }
  })
})

async function makeOld({ pool }: Database): Promise<void> {
  const reports = `municipality_default.signal where text = '${CANARIES.text}'`
  await pool.query(
    `update municipality_default.reporter set created_at = now() - interval '2 years'
     where signal_id in (select id from ${reports})`,
  )
  await pool.query(
    `update municipality_default.signal set status_state = 'o' where id in (select id from ${reports})`,
  )
}

/** Every row of every table, the jobs included. */
async function dump({ pool }: Database): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_catalog.pg_tables
     where schemaname like 'municipality\\_%' or schemaname like 'signalen%'`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(
      `select coalesce(string_agg(one::text, E'\\n'), '') as text from ${name} one`,
    )
    parts.push(rows[0]?.text ?? '')
  }
  return parts.join('\n')
}

function findIn(content: string, wanted: readonly string[]): string[] {
  return wanted.filter((one) => content.toLowerCase().includes(one.toLowerCase()))
}
