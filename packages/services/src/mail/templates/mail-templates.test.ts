import { MAIL_TEMPLATE_KEYS } from '@signalen/domain'
import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  employeeWith,
  openTestApi,
  SUPERUSER,
  type TestContext,
} from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, it } from 'vitest'

const ACTORS = {
  admin: SUPERUSER,
  writer: employeeWith(['sia_read', 'sia_write', 'sia_statusmessage_write']),
  reader: employeeWith(['sia_read', 'sia_statusmessage_write']),
  other: employeeWith(['sia_read', 'sia_write']),
  blind: employeeWith(['sia_read', 'sia_write', 'sia_statusmessage_write'], [999]),
}

const OWN = { title: 'Melding {{ formatted_signal_id }}', body: 'Beste melder,\n\nU schreef: {{ text }}' }

describeEachDatabase('the texts of mails', (database) => {
  let test: TestContext
  let app: FastifyInstance

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    app = await openTestApi(test.context, { actors: ACTORS })
  })

  async function call(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    payload?: object,
    who: keyof typeof ACTORS | '' = 'writer',
  ) {
    const response = await app.inject({
      method,
      url: `/signals/v1/private/mail-templates${path}`,
      headers: who ? { authorization: `Bearer ${who}` } : {},
      ...(payload ? { payload } : {}),
    })
    return { status: response.statusCode, body: response.body === '' ? null : response.json() }
  }

  it('are there for every occasion, ours until the municipality writes its own', async () => {
    const { body } = await call('GET', '')
    expect(body.count).toBe(MAIL_TEMPLATE_KEYS.length)
    expect(body.results[0]).toMatchObject({
      key: 'signal_created',
      title: null,
      is_own: false,
      body: expect.stringContaining('Bedankt voor uw melding'),
      variables: expect.arrayContaining(['text', 'reporter_email']),
    })
    expect(await call('PUT', '/signal_created', OWN)).toMatchObject({
      status: 200,
      body: { ...OWN, is_own: true },
    })
    expect(await call('GET', '/signal_created')).toMatchObject({
      body: { ...OWN, created_by: 'medewerker@gemeente.example', updated_at: '2026-11-24T11:00:00+01:00' },
    })
    expect((await call('DELETE', '/signal_created')).status).toBe(204)
    expect((await call('GET', '/signal_created')).body.is_own).toBe(false)
  })

  it('may be in other languages as well', async () => {
    const english = { title: 'Report {{ formatted_signal_id }}', body: 'You wrote: {{ text }}' }
    const path = '/signal_created?language=en'
    expect((await call('GET', path)).body).toMatchObject({
      title: null,
      body: '',
      is_own: false,
      translations: [],
    })
    expect(await call('PUT', path, english)).toMatchObject({
      status: 200,
      body: { ...english, language: 'en', is_own: true, translations: ['en'] },
    })
    expect((await call('GET', '')).body.results[0]).toMatchObject({ is_own: false, translations: ['en'] })
    const signal = await buildSignal(test.context, { text: 'Boom' })
    const preview = await call('POST', '/signal_created/preview?language=en', { ...english, signal })
    expect(preview.body.html).toContain('<html lang="en">')
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).body.is_own).toBe(false)
    const log = await test.context.db.kysely.selectFrom('audit_log').select('object_id').execute()
    expect(log.map(({ object_id }) => object_id)).toEqual(['signal_created (en)', 'signal_created (en)'])
    expect((await call('GET', '/signal_created?language=xx')).status).toBe(400)
  })

  it('are kept as they were in the audit log', async () => {
    await call('PUT', '/signal_created', OWN)
    await call('PUT', '/signal_created', { ...OWN, body: 'Anders' })
    const log = await test.context.db.kysely.selectFrom('audit_log').selectAll().orderBy('id').execute()
    expect(log.map(({ detail }) => detail)).toEqual([{ before: null }, { before: OWN }])
  })

  it.each([
    [
      { ...OWN, body: '{{ onbekend }}' },
      { body: ['In de tekst: de variabele "onbekend" bestaat hier niet.'] },
    ],
    [
      { title: '{% if text %}', body: '{{ verification_url }}' },
      {
        title: ['In het onderwerp: "if" wordt niet afgesloten met "endif" (regel 1).'],
        body: ['In de tekst: de variabele "verification_url" bestaat hier niet.'],
      },
    ],
    [{ title: '', body: 'x' }, { title: ['Dit veld mag niet leeg zijn.'] }],
    [{ title: 'x' }, { body: ['Dit veld is vereist.'] }],
  ])('are refused with what is wrong: %j', async (template, errors) => {
    expect(await call('PUT', '/signal_created', template)).toEqual({ status: 400, body: errors })
    expect((await call('GET', '/signal_created')).body.is_own).toBe(false)
  })

  it('are shown with a real report', async () => {
    const signal = await buildSignal(test.context, { text: 'De *boom* is om' })
    const { status, body } = await call('POST', '/signal_created/preview', { ...OWN, signal })
    expect([status, body.subject, body.text]).toEqual([
      200,
      `Melding SIG-${signal}`,
      'Beste melder,\n\nU schreef: De *boom* is om\n',
    ])
    for (const key of ['signal_assigned', 'verify_email_reporter', 'signal_forward_to_external']) {
      const { body: own } = await call('GET', `/${key}`)
      const preview = await call('POST', `/${key}/preview`, { title: 'x', body: own.body, signal })
      expect([preview.status, preview.body.text]).toEqual([
        200,
        expect.stringContaining('https://burger.example'),
      ])
    }
    expect((await call('POST', '/signal_created/preview', { ...OWN, signal: 999_999 })).status).toBe(404)
    expect((await call('POST', '/signal_created/preview', { ...OWN, signal }, 'blind')).status).toBe(403)
  })

  it('are not there for an occasion that is none', async () => {
    expect((await call('GET', '/onbekend')).status).toBe(404)
  })

  it.each([
    ['admin', 200, 200],
    ['writer', 200, 200],
    ['reader', 200, 403],
    ['other', 403, 403],
    ['', 401, 401],
  ] as const)('are for who writes standard texts: %s', async (who, reading, writing) => {
    const signal = await buildSignal(test.context)
    expect((await call('GET', '', undefined, who)).status).toBe(reading)
    expect((await call('GET', '/signal_created', undefined, who)).status).toBe(reading)
    expect((await call('PUT', '/signal_created', OWN, who)).status).toBe(writing)
    expect((await call('POST', '/signal_created/preview', { ...OWN, signal }, who)).status).toBe(writing)
    expect((await call('DELETE', '/signal_created', undefined, who)).status).toBe(
      writing === 200 ? 204 : writing,
    )
  })
})
