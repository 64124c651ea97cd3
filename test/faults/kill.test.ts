import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from '@signalen/database'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../lib/mail-server.ts'
import { createPostgresDatabase } from '../lib/postgres-database.mjs'
import { type Server, startServer } from '../lib/server.ts'

/** The short form; KILLS and WRITERS make it long. */
const KILLS = Number(process.env.KILLS ?? 3)
const WRITERS = Number(process.env.WRITERS ?? 4)
const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')

interface Acknowledged {
  readonly key: string
  readonly uuid: string
  readonly email: string
}

describe.each(['embedded', 'postgres'] as const)('kill -9 during writes, %s', (kind) => {
  test.skipIf(kind === 'postgres' && !process.env.TEST_DATABASE_URL && !process.env.CI)(
    'no acknowledged report is lost, doubled or half there, and each mail goes out',
    async () => {
      const mailServer = await startMailServer()
      const database = kind === 'postgres' ? await createPostgresDatabase() : undefined
      const environment: Record<string, string> = {
        SMTP_URL: mailServer.url,
        PUBLIC_RATE_LIMIT: 'off',
        ADDRESS_CHECK: 'off',
        ...(database ? { DATABASE_URL: database.url, DATABASE_MIGRATION_URL: database.url } : {}),
      }
      let server = await startServer({ configFile: CONFIG, environment })
      const { dataDir } = server
      const acknowledged: Acknowledged[] = []
      for (let kill = 0; kill < KILLS; kill += 1) {
        acknowledged.push(...(await writeUntilKilled(server)))
        server = await startServer({ dataDir, configFile: CONFIG, environment })
      }
      await expectEach(server, acknowledged)
      await untilMailed(mailServer, acknowledged)
      await server.stop()
      const check = await openDatabase(database ? { databaseUrl: database.url } : { dataDir })
      try {
        expect(await findHalfReports(check)).toEqual([])
        expect(await findDoubles(check)).toEqual([])
        expect(await countReports(check)).toBeGreaterThanOrEqual(acknowledged.length)
      } finally {
        await check.close()
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS)
      await mailServer.close()
      await database?.drop()
      server.remove()
    },
    KILLS * 30_000 + 60_000,
  )
})

/** Writers post and post again with the same key until they have an answer, while the server is killed. */
async function writeUntilKilled(server: Server): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  const state = { dead: false }
  const writers = Array.from({ length: WRITERS }, async () => {
    while (!state.dead) {
      const key = randomUUID()
      const email = `melder-${key}@inwoner.example`
      const uuid = await post(server, { key, email }).catch(() => undefined)
      if (uuid) acknowledged.push({ key, uuid, email })
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700))
  await server.kill()
  state.dead = true
  await Promise.all(writers)
  return acknowledged
}

async function post(server: Server, { key, email }: { key: string; email: string }): Promise<string> {
  const answer = await fetch(`${server.url}/signals/v1/public/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({
      text: `De lamp is stuk ${key}`,
      location: { geometrie: { type: 'Point', coordinates: await insidePoint() } },
      category: { sub_category: '/signals/v1/public/terms/categories/overig/sub_categories/overig' },
      reporter: { email },
      incident_date_start: new Date().toISOString(),
    }),
  })
  if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { signal_id: string }).signal_id
}

/** A point of the demonstration municipality: the middle of its bounding box. */
async function insidePoint(): Promise<[number, number]> {
  const { default: configuration } = await import(CONFIG, { with: { type: 'json' } })
  const [west, south, east, north] = configuration.municipality.boundingBox
  return [(west + east) / 2, (south + north) / 2]
}

/** Each is there, and the same request still gets the same answer. */
async function expectEach(server: Server, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const { uuid } of acknowledged) {
    const answer = await fetch(`${server.url}/signals/v1/public/signals/${uuid}`)
    expect(answer.status).toBe(200)
  }
}

async function untilMailed(mailServer: MailServer, acknowledged: readonly Acknowledged[]): Promise<void> {
  const missing = () => {
    const reached = new Set(mailServer.mails.map(({ to }) => to))
    return acknowledged.filter(({ email }) => !reached.has(email))
  }
  const until = Date.now() + 60_000
  while (missing().length > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 200))
  expect(missing()).toEqual([])
  expectOneMessageEach(mailServer)
}

/** A mail that went out twice must be recognisable as one: the same Message-ID. */
function expectOneMessageEach(mailServer: MailServer): void {
  const idsOf = new Map<string, Set<string>>()
  for (const { to, messageId } of mailServer.mails) idsOf.set(to, (idsOf.get(to) ?? new Set()).add(messageId))
  const several = [...idsOf].filter(([, ids]) => ids.size > 1)
  expect(several).toEqual([])
}

type Opened = Awaited<ReturnType<typeof openDatabase>>

async function findHalfReports(database: Opened): Promise<unknown[]> {
  const db = database.municipality('default')
  const { rows } = await sql`
    select signal.id from ${db.table('signal')} as signal
    where not exists (select 1 from ${db.table('signal_history')} h where h.id = signal.status_id and h.kind = 'status')
      or not exists (select 1 from ${db.table('signal_history')} h where h.id = signal.location_id and h.kind = 'location')
      or not exists (select 1 from ${db.table('signal_history')} h where h.signal_id = signal.id and h.kind = 'category')
      or not exists (select 1 from ${db.table('reporter')} r where r.id = signal.reporter_id)
      or (reporter_email is not null and not exists (
        select 1 from ${db.table('mail')} m where m.signal_id = signal.id and m.state = 'sent'))`.execute(
    db.kysely,
  )
  return rows
}

async function findDoubles(database: Opened): Promise<unknown[]> {
  const db = database.municipality('default')
  const { rows } =
    await sql`select text, count(*) from ${db.table('signal')} group by text having count(*) > 1`.execute(
      db.kysely,
    )
  return rows
}

async function countReports(database: Opened): Promise<number> {
  const db = database.municipality('default')
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from ${db.table('signal')}`.execute(db.kysely)
  return rows[0]?.count ?? 0
}
