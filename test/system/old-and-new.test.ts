import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../lib/mail-server.ts'
import { checkOutOlderVersion, type OlderVersion } from '../lib/older-version.ts'
import { createPostgresDatabase } from '../lib/postgres-database.mjs'
import { expectExactly, expectMailed } from '../lib/report-checks.ts'
import { type AcknowledgedReport, CONFIG, newReport, postReport } from '../lib/report-writers.ts'
import { runUntilEnd, type Server, startServer } from '../lib/server.ts'
import { startTokenIssuer, type TokenIssuer } from '../lib/token-issuer.ts'
import { send } from '../lib/wire.ts'

const ADMINISTRATOR = 'beheerder@waterveste.example'
const SIDE_BY_SIDE_MILLISECONDS = 15_000

const isAsked = Boolean(process.env.LONG && process.env.TEST_DATABASE_URL)
const older = isAsked ? checkOutOlderVersion() : { missing: 'only in the long form, on PostgreSQL' }
if ('missing' in older && isAsked)
  console.log(`An older version beside this one is not tried: ${older.missing}.`)

describe.skipIf('missing' in older)('an older version and this one, on one database', () => {
  const acknowledged: AcknowledgedReport[] = []
  const faults: string[] = []
  let database: { url: string; drop(): Promise<void> }
  let mailServer: MailServer
  let issuer: TokenIssuer
  let old: Server
  let environment: Record<string, string>

  beforeAll(async () => {
    database = await createPostgresDatabase()
    mailServer = await startMailServer()
    issuer = await startTokenIssuer()
    environment = {
      DATABASE_URL: database.url,
      SECRET: 'the same in every process of this installation',
      SMTP_URL: mailServer.url,
      OIDC_ISSUER: issuer.url,
      PUBLIC_RATE_LIMIT: 'off',
      ADDRESS_CHECK: 'off',
    }
    const { root } = older as OlderVersion
    old = await startServer({
      root,
      configFile: `${root}/demo/municipality.json`,
      environment: { ...environment, DATABASE_MIGRATION_URL: database.url },
    })
  })

  afterAll(async () => {
    await old.kill()
    old.remove()
    await Promise.all([database.drop(), mailServer.close(), issuer.close()])
    ;(older as OlderVersion).remove()
  })

  /** A report is made at one and handled at another, as it comes. */
  async function work(serverOf: (turn: number) => Server, state: { isDone: boolean }): Promise<void> {
    const authorization = `Bearer ${await issuer.tokenFor(ADMINISTRATOR)}`
    for (let turn = 0; !state.isDone; turn += 1) {
      const made = await postReport(serverOf(turn).url, newReport()).catch(
        (error) => void faults.push(String(error)),
      )
      if (!made) continue
      acknowledged.push(made)
      const list = '/signals/v1/private/signals'
      await expectOk(serverOf(turn + 1), '/signals/v1/public/terms/categories')
      const listed = await expectOk(serverOf(turn + 1), `${list}?page_size=5`, { headers: { authorization } })
      const id = listed?.json<{ results: { id: number }[] }>().results[0]?.id
      if (id === undefined) continue
      const json = { notes: [{ text: `Bekeken bij beurt ${turn}` }] }
      await expectOk(serverOf(turn), `${list}/${id}`, { method: 'PATCH', headers: { authorization }, json })
      await expectOk(serverOf(turn + 1), `${list}/${id}/history`, { headers: { authorization } })
    }
  }

  async function expectOk(server: Server, path: string, sent: Parameters<typeof send>[2] = {}) {
    const answer = await send(server.url, path, sent).catch((error) => void faults.push(`${path}: ${error}`))
    if (answer && answer.status >= 400)
      faults.push(`${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`)
    return answer?.status === 200 ? answer : undefined
  }

  test('no request fails, before, during and after the upgrade, and all is kept', async () => {
    const servers = [old]
    const state = { isDone: false }
    const workers = Array.from({ length: 3 }, () =>
      work((turn) => servers[turn % servers.length] ?? old, state),
    )
    await delay(2000)
    const migrated = await runUntilEnd(['migrate'], {
      ...environment,
      CONFIG,
      DATABASE_MIGRATION_URL: database.url,
    })
    expect(migrated.status, migrated.output).toBe(0)
    await delay(2000)
    const added = await startServer({ environment })
    try {
      servers.push(added)
      await delay(SIDE_BY_SIDE_MILLISECONDS)
      servers.shift()
      await delay(500)
      expect(await old.stop(), old.output()).toBe(0)
      await delay(2000)
      state.isDone = true
      await Promise.all(workers)
      expect(faults.slice(0, 5)).toEqual([])
      expect(acknowledged.length).toBeGreaterThan(50)
      await expectMailed(mailServer, acknowledged)
      expect(await added.stop(), added.output()).toBe(0)
      await expectExactly({ databaseUrl: database.url }, acknowledged)
    } finally {
      await added.kill()
      added.remove()
    }
  }, 240_000)
})
