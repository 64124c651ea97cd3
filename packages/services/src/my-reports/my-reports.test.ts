import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  openTestApi,
  type TestContext,
} from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { appendHistory } from '../signals/history/append-history.ts'

const ME = 'melder@voorbeeld.example'
const OTHER = 'ander@voorbeeld.example'

describeEachDatabase('my reports', (database) => {
  let test: TestContext
  let app: FastifyInstance
  let signalId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality, { settings: { myReports: true } })
    app = await openTestApi(test.context)
    signalId = await buildSignal(test.context)
  })

  const listMails = () => test.context.db.kysely.selectFrom('mail').selectAll().orderBy('id').execute()
  const uuidOf = async (id: number) =>
    (
      await test.context.db.kysely
        .selectFrom('signal')
        .select('uuid')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).uuid

  const ask = (payload: object) =>
    app.inject({ method: 'POST', url: '/signals/v1/my/signals/request-auth-token', payload })

  async function getToken(email = ME): Promise<string> {
    await ask({ email })
    const text = (await listMails()).at(-1)?.body_text ?? ''
    return /mijn-meldingen\/([\w-]{43})/.exec(text)?.[1] ?? ''
  }

  async function read(path: string, token: string | undefined) {
    const response = await app.inject({
      url: `/signals/v1/my/signals${path}`,
      headers: token === undefined ? {} : { authorization: `Token ${token}` },
    })
    return { status: response.statusCode, body: response.json(), headers: response.headers }
  }

  describe('the link', () => {
    it('is mailed to whoever made a report', async () => {
      const response = await ask({ email: ' MELDER@voorbeeld.example ' })
      expect([response.statusCode, response.body, response.headers['content-type']]).toEqual([
        200,
        '',
        undefined,
      ])
      expect(await listMails()).toMatchObject([
        { recipient: 'MELDER@voorbeeld.example', template_key: 'my_signal_token', signal_id: null },
      ])
      expect(await read('/me', await getToken())).toMatchObject({ status: 200, body: { email: ME } })
    })

    it.each([[{ email: OTHER }], [{ email: 'x' }], [{ email: 1 }], [{}]])(
      'is not mailed to anyone else, which nobody is told: %j',
      async (body) => {
        const response = await ask(body)
        expect([response.statusCode, response.body]).toEqual([200, ''])
        expect(await listMails()).toEqual([])
      },
    )

    it('is asked for five times in a quarter of an hour at most', async () => {
      app = await openTestApi(test.context, { publicRateLimit: { max: 60, windowSeconds: 3600 } })
      const answers = []
      for (let time = 0; time < 6; time += 1) answers.push(await ask({ email: OTHER }))
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429])
      expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
    })

    it('is kept as its hash only', async () => {
      const token = await getToken()
      const rows = await test.context.db.kysely.selectFrom('my_report_token').selectAll().execute()
      expect(JSON.stringify([rows, test.logs, test.jobs])).not.toContain(token)
      expect(rows[0]?.token_hash).toHaveLength(32)
    })

    it('works for two hours, and the newest only', async () => {
      const first = await getToken()
      test.clock.advance({ minutes: 119 })
      expect((await read('/me', first)).status).toBe(200)
      const second = await getToken()
      expect((await read('/me', first)).status).toBe(401)
      test.clock.advance({ minutes: 120 })
      expect((await read('/me', second)).status).toBe(401)
    })

    it('works no more when no report bears the address', async () => {
      const token = await getToken()
      await test.context.db.kysely.updateTable('signal').set({ reporter_email: OTHER }).execute()
      expect(await read('/me', token)).toMatchObject({ status: 401, body: { detail: 'Invalid token.' } })
    })
  })

  it.each([
    '',
    '/me',
    '/00000000-0000-4000-8000-000000000000',
    '/00000000-0000-4000-8000-000000000000/history',
    '?status=x',
  ])('are not for who has no link: %s', async (path) => {
    const without = await read(path, undefined)
    expect([without.status, without.body]).toEqual([401, { detail: 'No token provided.' }])
    expect(without.headers['www-authenticate']).toBe('Token')
    expect(await read(path, 'nope')).toMatchObject({ status: 401, body: { detail: 'Invalid token.' } })
  })

  it('are not there when the municipality does not want them', async () => {
    const token = await getToken()
    const context = { ...test.context, settings: { ...test.context.settings, myReports: false } }
    app = await openTestApi(context)
    expect((await read('', token)).status).toBe(404)
    expect((await ask({ email: ME })).statusCode).toBe(404)
  })

  it('are listed: whole ones of the last year, newest first', async () => {
    const lastYear = new Date('2025-11-24T09:59:59Z')
    await buildSignal(test.context, { createdAt: lastYear })
    await buildSignal(test.context, { email: OTHER })
    await buildSignal(test.context, { parentId: signalId })
    test.clock.advance({ minutes: 1 })
    const closed = await buildSignal(test.context, {
      state: 'o',
      statusText: 'x',
      email: 'Melder@Voorbeeld.example',
    })
    const token = await getToken()
    const numbers = async (query: string) => {
      const { body } = await read(query, token)
      return body.results.map(({ id_display }: { id_display: string }) => id_display)
    }
    expect(await numbers('/')).toEqual([`SIG-${closed}`, `SIG-${signalId}`])
    expect(await numbers('/?ordering=created_at')).toEqual([`SIG-${signalId}`, `SIG-${closed}`])
    expect(await numbers('/?status=open')).toEqual([`SIG-${signalId}`])
    expect(await numbers('/?status=closed')).toEqual([`SIG-${closed}`])
    expect((await read('/?status=anders', token)).status).toBe(400)
  })

  it('are shown one by one, and no one else’s', async () => {
    const other = await buildSignal(test.context, { email: OTHER })
    const token = await getToken()
    const uuid = await uuidOf(signalId)
    const { status, body } = await read(`/${uuid}`, token)
    expect([status, body]).toMatchObject([
      200,
      {
        uuid,
        id_display: `SIG-${signalId}`,
        status: { state: 'OPEN', state_display: 'Open' },
        location: {
          address: null,
          address_text: '',
          geometrie: { type: 'Point', coordinates: [4.898, 52.37] },
        },
        extra_properties: null,
      },
    ])
    expect(body._links).not.toHaveProperty('sia:attachments')
    expect(JSON.stringify(body)).not.toContain(ME)
    for (const path of [await uuidOf(other), 'x', '00000000-0000-4000-8000-000000000000']) {
      expect((await read(`/${path}`, token)).status).toBe(404)
      expect((await read(`/${path}/history`, token)).status).toBe(404)
    }
  })

  it('come with their public photos only', async () => {
    await test.context.db.kysely
      .insertInto('attachment')
      .values(
        ['a', 'b'].map((name) => ({
          signal_id: signalId,
          file_key: `${test.context.municipality}/attachments/${name}.jpg`,
          file_name: `${name}.jpg`,
          mimetype: 'image/jpeg',
          size: 1,
          public: name === 'a',
          created_by: 'bea@gemeente.example',
          created_at: test.clock.now(),
          updated_at: test.clock.now(),
        })),
      )
      .execute()
    test.files.set(`${test.context.municipality}/attachments/a.jpg`, Buffer.from('foto'))
    const { body } = await read(`/${await uuidOf(signalId)}`, await getToken())
    expect(body._links['sia:attachments']).toEqual([
      {
        href: expect.stringContaining('/a.jpg'),
        created_by: null,
        created_at: '2026-11-24T10:00:00Z',
        caption: null,
      },
    ])
    expect((await app.inject(body._links['sia:attachments'][0].href)).body).toBe('foto')
  })

  it('tell what happened, as far as it concerns the reporter', async () => {
    await appendHistory(test.context, [
      { signalId, createdBy: null, event: { type: 'serviceLevel', handlingMessage: 'Drie dagen' } },
      { signalId, createdBy: 'bea@gemeente.example', event: { type: 'note', text: 'intern' } },
      { signalId, createdBy: null, event: { type: 'category', name: 'Overig' } },
      { signalId, createdBy: null, event: { type: 'status', state: 'i', text: 'intern', sendEmail: false } },
      {
        signalId,
        createdBy: null,
        event: { type: 'status', state: 'b', text: 'ook intern', sendEmail: false },
      },
    ])
    const token = await getToken()
    const path = `/${await uuidOf(signalId)}/history`
    const whats = async (query = '') =>
      (await read(`${path}${query}`, token)).body.map(
        (line: { what: string; action: string }) => `${line.what} ${line.action}`,
      )
    expect(await whats()).toEqual([
      'UPDATE_STATUS Status gewijzigd naar: Open',
      'UPDATE_SLA Servicebelofte:',
      'UPDATE_STATUS Status gewijzigd naar: Open',
    ])
    expect(await whats('?what=UPDATE_SLA')).toEqual(['UPDATE_SLA Servicebelofte:'])
    expect((await whats('?ordering=created_at'))[1]).toBe('UPDATE_SLA Servicebelofte:')
    expect(JSON.stringify((await read(path, token)).body)).not.toContain('intern')
  })
})
