import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeApi, FAKE_SITE, type FakeApi } from '../../dev/fake-api.ts'
import { citizen, createFileDrafts } from '../index.ts'
import type { CitizenSite } from '../options.ts'

const ID = 'k'.repeat(43)
const NOW = new Date('2026-11-24T12:00:00Z')

let app: FastifyInstance
let api: FakeApi
let site: CitizenSite

beforeEach(async () => {
  api = createFakeApi()
  site = FAKE_SITE
  app = Fastify()
  const clientFolder = mkdtempSync(join(tmpdir(), 'signalen-client-'))
  mkdirSync(join(clientFolder, 'assets'))
  writeFileSync(
    join(clientFolder, 'manifest.json'),
    JSON.stringify({
      'src/islands/site.ts': { file: 'assets/site-1.js', css: ['assets/site-1.css'] },
      'src/offline/page.ts': { file: 'assets/page-1.js', imports: ['src/islands/site.ts'] },
    }),
  )
  writeFileSync(join(clientFolder, 'service-worker.js'), 'self.OFFLINE')
  await app.register(citizen, {
    apiFetch: api.fetch,
    drafts: createFileDrafts({ dir: mkdtempSync(join(tmpdir(), 'signalen-drafts-')) }),
    secret: 'a secret of at least thirty-two characters',
    citizenUrl: 'https://melden.waterveste.example',
    siteFor: () => site,
    clientFolder,
    now: () => NOW,
  })
})

afterEach(() => app.close())

function deliver(fields: Record<string, string[]>, askedAt = '2026-11-24T09:00:00.000Z') {
  return app.inject({ method: 'POST', url: `/melden/bewaard/${ID}`, payload: { fields, askedAt } })
}

async function bringPhoto(id: string, bytes: Uint8Array) {
  const form = new FormData()
  form.append('_photos', new File([new Uint8Array(bytes)], `${id}.png`, { type: 'image/png' }))
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return app.inject({
    method: 'POST',
    url: `/melden/bewaard/${ID}/foto/${id}`,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(40)])
const PHOTO = 'a'.repeat(36)
const REPORT = { _text: ['De lamp is kapot'], _query: ['Markt 87'], _email: ['melder@voorbeeld.example'] }

test('a report that a device kept is made once, at the moment that it was asked for', async () => {
  expect((await bringPhoto(PHOTO, PNG)).statusCode).toBe(200)
  expect((await bringPhoto(PHOTO, PNG)).statusCode).toBe(200)
  const first = await deliver(REPORT)
  expect(first.statusCode).toBe(200)
  expect((await deliver(REPORT)).json()).toEqual(first.json())
  expect(api.reports).toHaveLength(1)
  expect(api.reports[0]?.body).toMatchObject({
    text: 'De lamp is kapot',
    incident_date_start: '2026-11-24T09:00:00.000Z',
    reporter: { email: 'melder@voorbeeld.example' },
  })
  expect(api.photos).toHaveLength(1)
  expect((await bringPhoto('b'.repeat(36), PNG)).statusCode).toBe(200)
  expect(api.photos).toHaveLength(2)
})

test('a subject that was chosen on the device has its questions answered there', async () => {
  const data = await app.inject('/zonder-verbinding/vragen')
  const questions = data.json() as Record<string, string>
  const lamp = 'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting'
  const found = (questions[lamp] ?? '').matchAll(/name="_shown" value="([^"]+)"/g)
  const shown = Array.from(found, ([, key = '']) => key)
  expect(questions[lamp]).toContain('data-question-template')
  expect(data.body.length).toBeLessThan(600_000)
  const page = await app.inject('/zonder-verbinding')
  expect(page.body).toContain(`<option value="${lamp}">`)
  const lacking = await deliver({ ...REPORT, _text: ['Iets'], _category: [lamp], _shown: shown })
  expect(lacking.statusCode).toBe(422)
  expect(lacking.json().problem).toMatch(/eantwoord deze vraag/)
  // What the device did not ask holds nothing up.
  expect((await deliver({ ...REPORT, _text: ['Iets'], _category: [lamp] })).statusCode).toBe(200)
  expect(api.reports[0]?.body).toMatchObject({
    category: { sub_category: expect.stringContaining('lantaarnpaal-straatverlichting') },
  })
  site = { ...FAKE_SITE, offline: false }
  expect((await app.inject('/zonder-verbinding/vragen')).statusCode).toBe(404)
})

test('after an error it can be sent again, and says the same', async () => {
  api.breakNext('/signals/v1/public/signals/', 500)
  expect((await deliver(REPORT)).statusCode).toBe(502)
  expect((await deliver(REPORT, '2026-11-24T11:00:00.000Z')).statusCode).toBe(200)
  expect(api.reports[0]?.body).toMatchObject({ incident_date_start: '2026-11-24T09:00:00.000Z' })
})

test('what lacks is told in words, and a photo that is none is refused', async () => {
  expect((await deliver({ _text: [''], _query: ['Markt 87'] })).json()).toEqual({
    problem: 'Vertel wat er aan de hand is.',
  })
  expect((await deliver({ _text: ['Lamp'] })).statusCode).toBe(422)
  const outside = { source: 'device', longitude: 9, latitude: 40, address: null, display: '' }
  const far = await deliver({ _text: ['Lamp'], _place: [JSON.stringify(outside)] })
  expect(far.statusCode).toBe(422)
  expect((await bringPhoto(PHOTO, Buffer.from('no photo'))).statusCode).toBe(422)
  const unknown = await app.inject({ method: 'POST', url: '/melden/bewaard/guess', payload: {} })
  expect(unknown.statusCode).toBe(400)
})

test('the worker keeps files and one page that is the same for everyone, and goes when it must', async () => {
  const worker = await app.inject('/service-worker.js')
  expect(worker.headers['cache-control']).toBe('no-cache')
  expect(worker.body).toContain('"/assets/page-1.js"')
  const cookie = `melding=${ID}`
  await deliver(REPORT)
  const page = await app.inject({ url: '/zonder-verbinding', headers: { cookie } })
  expect(page.body).toContain('data-offline-form')
  expect(page.body).not.toContain('De lamp is kapot')
  site = { ...FAKE_SITE, offline: false }
  expect((await app.inject('/service-worker.js')).body).toContain('unregister')
  expect((await app.inject('/')).body).not.toContain('data-offline=""')
})
