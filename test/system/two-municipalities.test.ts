import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../lib/mail-server.ts'
import { createPostgresDatabase } from '../lib/postgres-database.mjs'
import { runUntilEnd, type Server, startServer } from '../lib/server.ts'
import { startTokenIssuer, type TokenIssuer } from '../lib/token-issuer.ts'
import { formOf, type Received, type Sent, send } from '../lib/wire.ts'

/** Two municipalities on one server, each at its own host name, set up alike: neither sees the other. */

const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')
const HERE = 'melden.waterveste.example'
const THERE = 'melden.beekdam.example'
const ADMINISTRATOR_HERE = 'beheerder@waterveste.example'
const ADMINISTRATOR_THERE = 'beheerder@beekdam.example'
const REPORTER = 'melder@bewoners.example'
const ONE_PIXEL = Buffer.from('R0lGODdhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=', 'base64')
const KINDS = process.env.TEST_DATABASE_URL ? ['embedded', 'postgres'] : ['embedded']

describe.each(KINDS)('two municipalities, on %s', (kind) => {
  let issuer: TokenIssuer
  let mails: MailServer
  let server: Server
  let database: Awaited<ReturnType<typeof createPostgresDatabase>> | undefined

  beforeAll(async () => {
    issuer = await startTokenIssuer()
    mails = await startMailServer()
    database = kind === 'postgres' ? await createPostgresDatabase() : undefined
    server = await startServer({
      configFile: CONFIG,
      environment: {
        OIDC_ISSUER: issuer.url,
        SMTP_URL: mails.url,
        PUBLIC_RATE_LIMIT: 'off',
        CITIZEN_URL: `https://${HERE}`,
        ...(database ? { DATABASE_URL: database.url, DATABASE_MIGRATION_URL: database.url } : {}),
      },
    })
  })

  afterAll(async () => {
    await server.stop()
    server.remove()
    await database?.drop()
    await mails.close()
    await issuer.close()
  })

  function command(...args: string[]) {
    return runUntilEnd([...args, '--data-dir', server.dataDir])
  }

  async function ask(host: string, path: string, { as, ...sent }: Sent & { as?: string } = {}) {
    const authorization = as ? { authorization: `Bearer ${await issuer.tokenFor(as)}` } : {}
    return send(server.url, `/signals${path}`, {
      ...sent,
      headers: { host, ...authorization, ...sent.headers },
    })
  }

  async function report(host: string, text: string): Promise<{ id: number; signal_id: string }> {
    const category = `http://${host}/signals/v1/public/terms/categories/afval/sub_categories/grofvuil`
    const answer = await ask(host, '/v1/public/signals', {
      method: 'POST',
      headers: { 'idempotency-key': 'dezelfde-sleutel' },
      json: {
        text,
        category: { sub_category: category },
        location: { geometrie: { type: 'Point', coordinates: [4.36, 52.01] } },
        reporter: { email: REPORTER },
        incident_date_start: '2026-11-01T10:00:00+01:00',
      },
    })
    expect(answer.status).toBe(201)
    return answer.json()
  }

  function results(answer: Received): Record<string, unknown>[] {
    return answer.json<{ results: Record<string, unknown>[] }>().results
  }

  test('one alone answers at every name', async () => {
    for (const host of ['localhost', 'wat.dan.ook.example']) {
      expect((await ask(host, '/v1/public/terms/categories')).status).toBe(200)
    }
  })

  test('the second is made by one command, and the first is told that it needs a name', async () => {
    const added = await command('municipality', 'add', 'beekdam', '--host', THERE)
    expect(added).toMatchObject({ status: 0, output: expect.stringContaining('default has no address yet') })
    expect((await command('municipality', 'add', 'default', '--host', HERE)).status).toBe(0)
    const file = join(server.dataDir, 'beekdam.json')
    writeFileSync(file, readFileSync(CONFIG, 'utf8').replaceAll('waterveste', 'beekdam'))
    const loaded = await command('config', 'import', file, '--municipality', 'beekdam')
    expect(loaded.status).toBe(0)
    const list = await command('municipality', 'list')
    expect(list.output.trim().split('\n')).toEqual([`beekdam  ${THERE}`, `default  ${HERE}`])
  })

  test('wrong names are refused with a sentence', async () => {
    const cases = [
      ['municipality', 'add', 'derde', '--host', THERE],
      ['municipality', 'add', 'derde', '--host', 'https://derde.example/'],
      ['municipality', 'add', 'derde'],
      ['municipality', 'add', 'Met Hoofdletter', '--host', 'derde.example'],
      ['municipality', 'remove', 'onbekend', '--yes'],
      ['municipality', 'remove', 'beekdam'],
    ]
    for (const args of cases) {
      const run = await command(...args)
      expect([args.join(' '), run.status]).toEqual([args.join(' '), 1])
      expect(run.output).not.toMatch(/\n\s+at /)
    }
    expect((await command('municipality', 'list')).output).not.toContain('derde')
  })

  test('an address that belongs to neither is nobody’s', async () => {
    for (const path of ['/v1/public/terms/categories', '/v1/private/me', '/v1/public/areas']) {
      expect((await ask('melden.elders.example', path, { as: ADMINISTRATOR_HERE })).status).toBe(404)
    }
  })

  test('a user of one is nobody in the other', async () => {
    expect((await ask(HERE, '/v1/private/me', { as: ADMINISTRATOR_HERE })).status).toBe(200)
    expect((await ask(THERE, '/v1/private/me', { as: ADMINISTRATOR_THERE })).status).toBe(200)
    expect((await ask(THERE, '/v1/private/me', { as: ADMINISTRATOR_HERE })).status).toBe(401)
    expect((await ask(HERE, '/v1/private/me', { as: ADMINISTRATOR_THERE })).status).toBe(401)
    const users = await ask(THERE, '/v1/private/users', { as: ADMINISTRATOR_THERE })
    expect(users.text).not.toContain('waterveste')
  })

  test('the same key of a client makes a report in each, with a number of its own', async () => {
    const [here, there] = [await report(HERE, 'Alleen hier'), await report(THERE, 'Alleen daar')]
    expect(here.signal_id).not.toBe(there.signal_id)
    const seen = async (host: string, as: string) =>
      results(await ask(host, '/v1/private/signals', { as })).map(({ text }) => text)
    expect(await seen(HERE, ADMINISTRATOR_HERE)).toEqual(['Alleen hier'])
    expect(await seen(THERE, ADMINISTRATOR_THERE)).toEqual(['Alleen daar'])
    const one = await ask(HERE, `/v1/private/signals/${here.id}`, { as: ADMINISTRATOR_HERE })
    expect(one.json()).toMatchObject({ text: 'Alleen hier' })
    expect((await ask(THERE, `/v1/public/signals/${here.signal_id}`)).status).toBe(404)
    expect((await ask(HERE, `/v1/public/signals/${here.signal_id}`)).status).toBe(200)
    const found = await ask(THERE, '/v1/private/search?q=hier', { as: ADMINISTRATOR_THERE })
    expect(results(found)).toEqual([])
  })

  test('what one sets up is not set up in the other', async () => {
    const made = await ask(HERE, '/v1/private/departments', {
      method: 'POST',
      as: ADMINISTRATOR_HERE,
      json: { name: 'Nieuwe afdeling hier', code: 'NIE' },
    })
    expect(made.status).toBe(201)
    const { id } = made.json<{ id: number }>()
    expect((await ask(THERE, `/v1/private/departments/${id}`, { as: ADMINISTRATOR_THERE })).status).toBe(404)
    const list = await ask(THERE, '/v1/private/departments', { as: ADMINISTRATOR_THERE })
    expect(list.text).not.toContain('Nieuwe afdeling hier')
  })

  test('a file of one is not served by the other, whatever its address', async () => {
    const { signal_id: uuid } = await reportOf(HERE)
    const form = formOf({ field: 'file', name: 'foto.gif', type: 'image/gif', bytes: ONE_PIXEL })
    const path = `/v1/public/signals/${uuid}/attachments`
    const made = await ask(HERE, path, { method: 'POST', ...form })
    expect(made.status).toBe(201)
    expect((await ask(THERE, path, { method: 'POST', ...form })).status).toBe(404)
    const { pathname, search } = new URL(made.json<{ location: string }>().location)
    const file = `${pathname.replace('/signals', '')}${search}`
    expect((await ask(HERE, file)).status).toBe(200)
    expect((await ask(THERE, file)).status).toBe(404)
  })

  async function reportOf(host: string): Promise<{ signal_id: string }> {
    const as = host === HERE ? ADMINISTRATOR_HERE : ADMINISTRATOR_THERE
    const [first] = results(await ask(host, '/v1/private/signals', { as }))
    return { signal_id: String(first?.signal_id) }
  }

  test('a mailed link leads to the site of its own municipality, and opens nothing in the other', async () => {
    const path = '/v1/my/signals/request-auth-token'
    const [here, there] = [await linkOf(HERE, path), await linkOf(THERE, path)]
    const mine = async (host: string, token: string) =>
      ask(host, '/v1/my/signals', { headers: { authorization: `Token ${token}` } })
    for (const [host, token, text] of [
      [HERE, here, 'Alleen hier'],
      [THERE, there, 'Alleen daar'],
    ] as const) {
      const answer = await mine(host, token)
      expect({ status: answer.status, body: answer.json() }).toMatchObject({
        status: 200,
        body: { results: [{ text }] },
      })
    }
    expect((await mine(THERE, here)).status).toBe(401)
    expect((await mine(HERE, there)).status).toBe(401)
  })

  async function linkOf(host: string, path: string): Promise<string> {
    const before = mails.mails.length
    await ask(host, path, { method: 'POST', json: { email: REPORTER } })
    const pattern = new RegExp(`https://${host.replaceAll('.', '\\.')}/mijn-meldingen/([\\w-]{20,})`)
    for (const until = Date.now() + 15_000; Date.now() < until; ) {
      for (const { source } of mails.mails.slice(before)) {
        const found = pattern.exec(source.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1]
        if (found) return found
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no mail with a link to ${host}`)
  }

  test('leaving is one command: schema, jobs and files', async () => {
    const { signal_id: uuid } = await reportOf(THERE)
    const form = formOf({ field: 'file', name: 'foto.gif', type: 'image/gif', bytes: ONE_PIXEL })
    await ask(THERE, `/v1/public/signals/${uuid}/attachments`, { method: 'POST', ...form })
    expect(existsSync(join(server.dataDir, 'files', 'beekdam'))).toBe(true)
    const removed = await command('municipality', 'remove', 'beekdam', '--yes')
    expect([removed.status, removed.output.trim()]).toEqual([0, 'beekdam is gone.'])
    expect(existsSync(join(server.dataDir, 'files', 'beekdam'))).toBe(false)
    expect((await command('municipality', 'list')).output.trim()).toBe(`default  ${HERE}`)
    const kept = await ask(HERE, '/v1/private/signals', { as: ADMINISTRATOR_HERE })
    expect(results(kept).map(({ text }) => text)).toEqual(['Alleen hier'])
    expect((await command('municipality', 'remove', 'default', '--yes')).status).toBe(1)
  })
})
