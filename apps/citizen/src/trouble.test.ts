import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeApi, FAKE_SITE, type FakeApi } from '../dev/fake-api.ts'
import type { DraftStore } from './drafts/draft-store.ts'
import { type CitizenSite, citizen, createFileDrafts } from './index.ts'

let app: FastifyInstance
let api: FakeApi
let failing = false
let cookie = ''
let site: CitizenSite = FAKE_SITE

beforeEach(async () => {
  failing = false
  cookie = ''
  site = FAKE_SITE
  api = createFakeApi()
  app = Fastify()
  const clientFolder = mkdtempSync(join(tmpdir(), 'signalen-client-'))
  mkdirSync(join(clientFolder, 'assets'))
  writeFileSync(
    join(clientFolder, 'manifest.json'),
    JSON.stringify({ 'src/islands/site.ts': { file: 'assets/site-1.js' } }),
  )
  await app.register(citizen, {
    apiFetch: api.fetch,
    drafts: createFailingDrafts(),
    secret: 'a secret of at least thirty-two characters',
    citizenUrl: 'https://melden.waterveste.example',
    siteFor: () => site,
    clientFolder,
  })
})

afterEach(() => app.close())

function createFailingDrafts(): DraftStore {
  const drafts = createFileDrafts({ dir: mkdtempSync(join(tmpdir(), 'signalen-drafts-')) })
  return {
    get: (name) => drafts.get(name),
    delete: (name) => drafts.delete(name),
    set: (name, content) => (failing ? Promise.reject(new Error('disk full')) : drafts.set(name, content)),
  }
}

/** A browser without script. */
async function post(path: string, fields: Record<string, string>) {
  const answer = await app.inject({
    method: 'POST',
    url: path,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(fields).toString(),
  })
  const [draft] = answer.cookies
  if (draft) cookie = `${draft.name}=${draft.value}`
  return answer
}

const get = (path: string) => app.inject({ url: path, headers: { cookie } })

async function fillIn() {
  await post('/', { _text: 'Iets is kapot' })
  await post('/melden/plaats', { _query: 'Markt 87' })
  await post('/melden/contact', { _email: 'melder@voorbeeld.example' })
}

test.each([
  ['/melden/plaats', { _description: 'bij de brug', extra_nummer: '12' }, '/melden/plaats', 'bij de brug'],
  ['/melden/contact', { _email: 'melder@voorbeeld.example' }, '/melden/contact', 'melder@voorbeeld.example'],
] as const)(
  'what is sent after the draft is gone is kept, and said (%s)',
  async (path, fields, later, typed) => {
    const answer = await post(path, fields)
    expect(answer.headers.location).toBe('/?verlopen')
    expect((await get('/?verlopen')).body).toContain('data-expired')
    await post('/', { _text: 'Iets is kapot' })
    if (later === '/melden/contact') await post('/melden/plaats', { _query: 'Markt 87' })
    expect((await get(later)).body).toContain(typed)
  },
)

test('sending a report that is gone says so, and makes none', async () => {
  expect((await post('/melden/controle', { _action: 'next' })).headers.location).toBe('/?verlopen')
  expect(api.reports).toHaveLength(0)
})

test('a step that fails gives back the form as it was typed, to be sent once more', async () => {
  await fillIn()
  failing = true
  const page = await post('/melden/contact', { _email: 'ander@voorbeeld.example', _action: 'next' })
  expect(page.statusCode).toBe(500)
  expect(page.body).toContain('data-send-again')
  expect(page.body).toContain('value="ander@voorbeeld.example"')
  failing = false
  await post('/melden/contact', { _email: 'ander@voorbeeld.example', _action: 'next' })
  expect((await get('/melden/controle')).body).toContain('ander@voorbeeld.example')
})

test('an error on the last step keeps all of it, and the second press makes one report', async () => {
  await fillIn()
  api.breakNext('/signals/v1/public/signals/', 503)
  const failed = await post('/melden/controle', { _action: 'next' })
  expect(failed.statusCode).toBe(502)
  expect(failed.body).toContain('Iets is kapot')
  const both = await Promise.all([1, 2].map(() => post('/melden/controle', { _action: 'next' })))
  expect(new Set(both.map(({ headers }) => headers.location)).size).toBe(1)
  expect(api.reports).toHaveLength(1)
  expect((await post('/melden/controle', { _action: 'next' })).headers.location).toContain('/verzonden/')
  expect((await post('/melden/contact', { _email: 'x@voorbeeld.example' })).headers.location).toContain(
    '/verzonden/',
  )
  expect(api.reports).toHaveLength(1)
})

test('a report of which the answer was lost and that was changed since is sent under another key', async () => {
  await fillIn()
  api.breakNext('/signals/v1/public/signals/', 409)
  expect((await post('/melden/controle', { _action: 'next' })).headers.location).toContain('/verzonden/')
  expect(api.reports).toHaveLength(1)
})

test('words of danger of the municipality bring its number, also while the text is written', async () => {
  const text = 'De sluisdeur hangt los'
  await post('/', { _text: text, _action: 'check' })
  expect((await get('/')).body).toMatch(/data-danger="urgent"[\s\S]*015 111 22 33/)
  await post('/', { _text: text })
  expect((await get('/melden/plaats')).body).toMatch(/data-danger="urgent"[\s\S]*015 111 22 33/)
})

test('without contact details it is sent at once, or the last step tells why not', async () => {
  await post('/', { _text: 'Iets is kapot' })
  await post('/melden/plaats', { _query: 'Markt 87' })
  // The first of these asks what was reported nearby.
  api.breakNext('/signals/v1/public/signals/', 503)
  api.breakNext('/signals/v1/public/signals/', 503)
  const failed = await post('/melden/contact', { _action: 'skip' })
  expect(failed.headers.location).toBe('/melden/controle?mislukt')
  expect((await get('/melden/controle?mislukt')).body).toContain('data-send-problem')
  expect((await post('/melden/contact', { _action: 'skip' })).headers.location).toBe('/melden/controle')
  api.breakNext('/signals/v1/public/signals/nearby', 503)
  expect((await post('/melden/contact', { _action: 'skip' })).headers.location).toContain('/verzonden/')
  expect(api.reports).toHaveLength(1)
})

test.each([[['nl']], [['nl', 'en']], [['nl', 'en', 'tr']]] as const)(
  'Enter presses the way on and nothing else, with the languages %s',
  async (languages) => {
    site = { ...FAKE_SITE, languages }
    await fillIn()
    const { body } = await get('/melden/contact')
    expect(/<button[^>]*name="_action"[^>]*>/.exec(body)?.[0]).toContain('value="next"')
  },
)
