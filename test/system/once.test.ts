import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPostgresDatabase } from '../lib/postgres-database.mjs'
import { type Server, startServer } from '../lib/server.ts'
import { startTokenIssuer, type TokenIssuer } from '../lib/token-issuer.ts'
import { send } from '../lib/wire.ts'

const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')
const ADMINISTRATOR = 'beheerder@waterveste.example'

/** On a server with many connections requests run beside each other; the embedded database has one. */
const KINDS = process.env.TEST_DATABASE_URL ? ['embedded', 'postgres'] : ['embedded']

describe.each(KINDS)('a report that is sent again, on %s', (kind) => {
  let issuer: TokenIssuer
  let server: Server
  let database: Awaited<ReturnType<typeof createPostgresDatabase>> | undefined

  beforeAll(async () => {
    issuer = await startTokenIssuer()
    database = kind === 'postgres' ? await createPostgresDatabase() : undefined
    server = await startServer({
      configFile: CONFIG,
      environment: {
        OIDC_ISSUER: issuer.url,
        SMTP_URL: 'smtp://127.0.0.1:9',
        PUBLIC_RATE_LIMIT: 'off',
        TRUST_PROXY: 'yes',
        ...(database ? { DATABASE_URL: database.url, DATABASE_MIGRATION_URL: database.url } : {}),
      },
    })
  })

  afterAll(async () => {
    await server.stop()
    server.remove()
    await database?.drop()
    await issuer.close()
  })

  function report(text: string, headers: Readonly<Record<string, string>>) {
    const category = '/signals/v1/public/terms/categories/afval/sub_categories/grofvuil'
    return send(server.url, '/signals/v1/public/signals', {
      method: 'POST',
      headers,
      json: {
        text,
        category: { sub_category: `${server.url}${category}` },
        location: { geometrie: { type: 'Point', coordinates: [4.36, 52.01] } },
        reporter: { email: 'melder@bewoners.example' },
        incident_date_start: '2026-11-01T10:00:00+01:00',
      },
    })
  }

  async function countReports(text: string): Promise<number> {
    const authorization = `Bearer ${await issuer.tokenFor(ADMINISTRATOR)}`
    const path = '/signals/v1/private/signals?page_size=500'
    const answer = await send(server.url, path, { headers: { authorization } })
    return answer.json<{ results: { text: string }[] }>().results.filter((one) => one.text === text).length
  }

  test('ten times at once with one key is one report, told ten times', async () => {
    const text = 'Tien keer tegelijk'
    const headers = { 'idempotency-key': 'een-sleutel-van-het-formulier', 'x-forwarded-for': '198.51.100.1' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(text, headers)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(new Set(answers.map((one) => one.json<{ id: number }>().id)).size).toBe(1)
    expect(await countReports(text)).toBe(1)
  })

  test('with ten keys at once it is ten reports', async () => {
    const text = 'Tien verschillende'
    const keys = Array.from({ length: 10 }, (_, number) => `sleutel-${number}`)
    await Promise.all(keys.map((key) => report(text, { 'idempotency-key': key })))
    expect(await countReports(text)).toBe(10)
  })

  test('without a key it is known by what it says and by who says it', async () => {
    const text = 'Antwoord verloren'
    const mine = { 'x-forwarded-for': '198.51.100.2' }
    const answers = await Promise.all([1, 2, 3].map(() => report(text, mine)))
    expect(new Set(answers.map((one) => one.json<{ id: number }>().id)).size).toBe(1)
    await report(text, { 'x-forwarded-for': '198.51.100.3' })
    expect(await countReports(text)).toBe(2)
  })

  test('the key of another client is another key', async () => {
    const text = 'Toevallig dezelfde sleutel'
    await report(text, { 'idempotency-key': 'toeval', 'x-forwarded-for': '198.51.100.5' })
    await report(text, { 'idempotency-key': 'toeval', 'x-forwarded-for': '198.51.100.6' })
    expect(await countReports(text)).toBe(2)
  })

  test('it is a 409 when the key was used for something else, and a 400 when it is no key', async () => {
    const headers = { 'idempotency-key': 'nog-een-sleutel', 'x-forwarded-for': '198.51.100.4' }
    expect((await report('Eerst dit', headers)).status).toBe(201)
    expect((await report('Dan dat', headers)).status).toBe(409)
    expect(await countReports('Dan dat')).toBe(0)
    const answer = await report('Iets', { 'idempotency-key': 'met een spatie' })
    expect([answer.status, Object.keys(answer.json())]).toEqual([400, ['Idempotency-Key']])
  })
})
