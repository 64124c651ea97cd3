import { setTimeout as delay } from 'node:timers/promises'
import { type FakeS3, openFakeS3, S3_KEYS } from '@signalen/testkit'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../tools/lib/postgres.mjs'
import { type MailServer, startMailServer } from '../lib/mail-server.ts'
import { createPostgresDatabase } from '../lib/postgres-database.mjs'
import { bodyOf, CONFIG, newReport } from '../lib/report-writers.ts'
import { type Server, startServer } from '../lib/server.ts'
import { createVisitor, signIn } from '../lib/visitor.ts'

const ALLOWED = 6
const ADMINISTRATOR = 'beheerder@waterveste.example'

describe.skipIf(!process.env.TEST_DATABASE_URL)('two that answer and two that work, on one database', () => {
  const webs: Server[] = []
  const workers: Server[] = []
  let database: { url: string; drop(): Promise<void> }
  let s3: FakeS3
  let mail: MailServer
  let environment: Record<string, string>
  /** Of what runs already: the database is at its version, and nobody may change it. */
  const settings = () => ({ ...environment, DATABASE_MIGRATION_URL: '' })

  beforeAll(async () => {
    database = await createPostgresDatabase()
    s3 = await openFakeS3()
    mail = await startMailServer()
    environment = {
      DATABASE_URL: database.url,
      DATABASE_MIGRATION_URL: database.url,
      CONFIG,
      SECRET: 'the same in every process of this installation',
      SMTP_URL: mail.url,
      PUBLIC_RATE_LIMIT: `${ALLOWED}/hour`,
      ADDRESS_CHECK: 'off',
      S3_ENDPOINT: s3.endpoint,
      S3_BUCKET: s3.bucket,
      S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
      S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
    }
    const startWorker = async () => {
      const port = await freePort()
      return startServer({
        port,
        environment: { ...environment, ROLE: 'worker', METRICS_PORT: String(port) },
      })
    }
    webs.push(await startServer({ environment: { ...environment, ROLE: 'web' } }))
    const second = startServer({ environment: { ...settings(), ROLE: 'web' } })
    const others = await Promise.all([second, startWorker(), startWorker()])
    webs.push(...others.slice(0, 1))
    workers.push(...others.slice(1))
  })

  afterAll(async () => {
    const all = [...webs, ...workers]
    expect(await Promise.all(all.map((server) => server.stop()))).toEqual(all.map(() => 0))
    for (const server of all) server.remove()
    await Promise.all([database.drop(), s3.close(), mail.close()])
  })

  const web = (number: number) => webs[number] ?? expect.fail(`there is no web ${number}`)

  function post(number: number) {
    return fetch(`${web(number).url}/signals/v1/public/signals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(newReport())),
    })
  }

  test('a report is begun at one and gone on with at the other', async () => {
    const begun = createVisitor(web(0).url)
    const form = new FormData()
    form.set('_text', 'Er ligt een fiets in het water bij de brug')
    form.set('_action', 'next')
    await (await begun.visit('/')).text()
    const answer = await begun.visit('/', { method: 'POST', body: form, headers: { origin: web(0).url } })
    expect(answer.status).toBe(303)
    const further = createVisitor(web(1).url, begun.cookies)
    expect(await (await further.visit('/')).text()).toContain('Er ligt een fiets in het water bij de brug')
    const next = await further.visit(new URL(answer.headers.get('location') ?? '', web(0).url).pathname)
    expect(next.status).toBe(200)
  })

  test('who signed in at one is known at the other, which finds the files', async () => {
    const { visitor } = await signIn(`http://localhost:${web(0).port}`, ADMINISTRATOR)
    const other = createVisitor(`http://localhost:${web(1).port}`, visitor.cookies)
    expect(await (await other.visit('/auth/session')).json()).toMatchObject({ email: ADMINISTRATOR })

    const { signal_id, id } = (await (await post(0)).json()) as { signal_id: string; id: number }
    const form = new FormData()
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    form.set('file', new Blob([pixel], { type: 'image/png' }), 'stip.png')
    const path = `/signals/v1/public/signals/${signal_id}/attachments`
    expect((await fetch(`${web(0).url}${path}`, { method: 'POST', body: form })).status).toBe(201)
    const listed = await other.visit(`/signals/v1/private/signals/${id}/attachments`)
    const { results } = (await listed.json()) as { results: { location: string }[] }
    const address = new URL(results[0]?.location ?? '')
    const file = await other.visit(`${address.pathname}${address.search}`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  test('what an address may send is counted for both, and every mail goes out once', async () => {
    const statuses: number[] = []
    for (let sent = 1; sent < ALLOWED + 2; sent++) statuses.push((await post(sent % 2)).status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(ALLOWED - 1)
    expect(statuses.slice(-2)).toEqual([429, 429])
    await expect.poll(() => mail.mails.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(ALLOWED)
    await delay(2000)
    const recipients = mail.mails.map(({ to }) => to)
    expect(new Set(recipients).size).toBe(recipients.length)
  })

  test.skipIf(!process.env.LONG)(
    'they are replaced one after the other, and no request fails',
    async () => {
      // As a cluster does: out of the rotation, a moment for what is on its way, the signal, a new one.
      const rotation = [web(0), web(1)]
      const answers: number[] = []
      const state = { isDone: false }
      const clients = Array.from({ length: 4 }, async (_, client) => {
        for (let turn = client; !state.isDone; turn++) {
          const { url } = rotation[turn % rotation.length] ?? web(0)
          const path = turn % 3 === 0 ? '/' : '/signals/v1/public/terms/categories'
          answers.push((await fetch(`${url}${path}`)).status)
        }
      })
      for (const number of [0, 1]) {
        const old = web(number)
        rotation.splice(rotation.indexOf(old), 1)
        await delay(200)
        expect(await old.stop()).toBe(0)
        const { port } = old
        const replacement = await startServer({ port, environment: { ...settings(), ROLE: 'web' } })
        old.remove()
        webs[number] = replacement
        rotation.push(replacement)
        await delay(1000)
      }
      state.isDone = true
      await Promise.all(clients)
      expect(answers.length).toBeGreaterThan(100)
      expect(answers.filter((status) => status !== 200)).toEqual([])
    },
    120_000,
  )

  test.skipIf(!process.env.LONG)(
    'a task of the clock is done by one of both workers',
    async () => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      try {
        await client.query(
          `update signalen_jobs.schedule set cron = '* * * * *' where data->'data'->>'task' = 'close-forwards'`,
        )
        await delay(200_000)
        const { rows } = await client.query(
          `select date_trunc('minute', started_at) as minute, count(*)::int as runs
           from municipality_default.task_run where task = 'close-forwards' group by 1`,
        )
        expect(rows.length).toBeGreaterThanOrEqual(2)
        expect(rows.map(({ runs }) => runs)).toEqual(rows.map(() => 1))
      } finally {
        await client.end()
      }
    },
    240_000,
  )
})
