import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  employeeWith,
  listHistory,
  openTestApi,
  SUPERUSER,
  type TestContext,
} from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'

const NEW_EMAIL = 'nieuw@voorbeeld.example'
const SAME = { email: 'melder@voorbeeld.example', phone: '0612345678', sharing_allowed: false }

const ACTORS = {
  admin: SUPERUSER,
  changer: employeeWith(['sia_read', 'sia_write', 'sia_can_view_contact_details']),
  reader: employeeWith(['sia_read', 'sia_can_view_contact_details']),
  writer: employeeWith(['sia_read', 'sia_write']),
  elsewhere: employeeWith(['sia_read', 'sia_write', 'sia_can_view_contact_details'], [999]),
}

describeEachDatabase('the contact details of a report', (database) => {
  let test: TestContext
  let app: FastifyInstance
  let signalId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    app = await openTestApi(test.context, { actors: ACTORS })
    signalId = await buildSignal(test.context)
  })

  async function call(
    method: 'GET' | 'POST',
    path: string,
    payload?: object,
    actor: keyof typeof ACTORS | '' = 'changer',
  ) {
    const response = await app.inject({
      method,
      url: `/signals/v1/private/signals/${signalId}/reporters${path}`,
      headers: actor ? { authorization: `Bearer ${actor}` } : {},
      ...(payload ? { payload } : {}),
    })
    return { status: response.statusCode, body: response.json() }
  }

  const change = (details: object) => call('POST', '/', { ...SAME, ...details })
  const getSignal = () =>
    test.context.db.kysely
      .selectFrom('signal')
      .selectAll()
      .where('id', '=', signalId)
      .executeTakeFirstOrThrow()
  const listMails = () =>
    test.context.db.kysely
      .selectFrom('mail')
      .select(['template_key', 'recipient', 'body_text'])
      .orderBy('id')
      .execute()
  const history = async () => (await listHistory(test.context, signalId)).slice(1)

  async function findToken(): Promise<string> {
    const mails = await listMails()
    return /verify_email\/([\w-]{43})/.exec(mails.at(-1)?.body_text ?? '')?.[1] ?? ''
  }

  async function verify(token: string) {
    const response = await app.inject({
      method: 'POST',
      url: '/signals/v1/public/reporter/verify-email',
      payload: { token },
    })
    return { status: response.statusCode, body: response.json() }
  }

  it('are shown, earlier ones included', async () => {
    await change({ phone: '0687654321' })
    const { status, body } = await call('GET', '/')
    expect([status, body.count]).toEqual([200, 2])
    expect(body.results[0]).toEqual({
      id: expect.any(Number),
      email: 'melder@voorbeeld.example',
      phone: '0612345678',
      allows_contact: true,
      sharing_allowed: false,
      state: 'approved',
      email_verification_token_expires: null,
      created_at: '2026-11-24T11:00:00+01:00',
      updated_at: '2026-11-24T11:00:00+01:00',
    })
    expect((await call('GET', '/?state=cancelled')).body.count).toBe(0)
  })

  it('get another phone number at once', async () => {
    expect(await change({ phone: '0687654321' })).toMatchObject({ status: 201, body: { state: 'approved' } })
    expect(await getSignal()).toMatchObject({ reporter_phone: '0687654321', version: 2 })
    expect(await history()).toEqual(['reporter: phoneChanged'])
    expect(await listMails()).toMatchObject([
      { template_key: 'confirm_reporter_updated', recipient: 'melder@voorbeeld.example' },
    ])
  })

  it('get another e-mail address once its holder confirms it', async () => {
    const { status, body } = await change({ email: NEW_EMAIL })
    expect([status, body.state, body.email_verification_token_expires]).toEqual([
      201,
      'verification_email_sent',
      '2026-11-25T11:00:00+01:00',
    ])
    expect((await getSignal()).reporter_email).toBe('melder@voorbeeld.example')
    expect(await listMails()).toMatchObject([
      { template_key: 'notify_current_reporter', recipient: 'melder@voorbeeld.example' },
      { template_key: 'verify_email_reporter', recipient: NEW_EMAIL },
    ])
    const token = await findToken()
    expect(await verify(token)).toEqual({ status: 200, body: { token } })
    expect(await getSignal()).toMatchObject({ reporter_email: NEW_EMAIL, reporter_id: body.id })
    expect(await history()).toEqual([
      'reporter: verificationSent',
      'reporter: emailVerified',
      'reporter: emailChanged',
    ])
    expect((await listMails()).at(-1)).toMatchObject({
      template_key: 'confirm_reporter_updated',
      recipient: NEW_EMAIL,
    })
    expect(await verify(token)).toMatchObject({ status: 400, body: { token: ['Token already verified!'] } })
  })

  it('keep the secret of the link as its hash only', async () => {
    await change({ email: NEW_EMAIL })
    const rows = await test.context.db.kysely.selectFrom('reporter').selectAll().execute()
    const history = await test.context.db.kysely.selectFrom('signal_history').selectAll().execute()
    expect(JSON.stringify([rows, history, test.logs])).not.toContain(await findToken())
  })

  it('change nothing when nothing is new', async () => {
    expect(await change({ sharing_allowed: true })).toMatchObject({
      status: 201,
      body: { state: 'cancelled' },
    })
    expect(await history()).toEqual(['reporter: requestCancelled'])
    expect(await listMails()).toEqual([])
  })

  it('make way for newer ones', async () => {
    await change({ email: NEW_EMAIL })
    const token = await findToken()
    await change({ email: 'nog-nieuwer@voorbeeld.example' })
    expect(await verify(token)).toMatchObject({ status: 400, body: { token: ['Token not found!'] } })
    expect((await call('GET', '/?state=cancelled')).body.count).toBe(1)
  })

  it('cannot be confirmed after a day, nor by guessing', async () => {
    await change({ email: NEW_EMAIL })
    test.clock.advance({ hours: 24, minutes: 1 })
    expect(await verify(await findToken())).toMatchObject({
      status: 400,
      body: { token: ['Token expired!'] },
    })
    expect(await verify('x')).toMatchObject({ status: 400, body: { token: ['Token not found!'] } })
    expect((await getSignal()).reporter_email).toBe('melder@voorbeeld.example')
  })

  it('are taken back while they wait', async () => {
    const { body } = await change({ email: NEW_EMAIL })
    const cancelled = await call('POST', `/${body.id}/cancel`, { reason: 'vergissing' })
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', id: body.id } })
    expect((await history()).at(-1)).toBe('reporter: cancelledByEmployee')
    expect(await verify(await findToken())).toMatchObject({ status: 400 })
    expect(await call('POST', `/${body.id}/cancel`, {})).toEqual({
      status: 400,
      body: { non_field_errors: ['Cancelling this reporter is not possible.'] },
    })
    expect((await call('POST', '/999/cancel', {})).status).toBe(404)
  })

  it.each([
    [{ sharing_allowed: undefined }, { sharing_allowed: ['Dit veld is vereist.'] }],
    [{ email: 'geen adres' }, { email: ['Voer een geldig e-mailadres in.'] }],
    [{ phone: '0'.repeat(18) }, { phone: ['Zorg ervoor dat dit veld niet meer dan 17 karakters bevat.'] }],
  ])('refuse %j', async (details, errors) => {
    expect(await change(details)).toEqual({ status: 400, body: errors })
    expect((await call('GET', '/')).body.count).toBe(1)
  })

  it('are not there for a report that is not there', async () => {
    signalId = 999_999
    expect((await call('GET', '/')).status).toBe(404)
    expect((await call('POST', '/', SAME)).status).toBe(404)
  })

  describe('are for who may see them', () => {
    it.each([
      ['admin', 200, 201],
      ['changer', 200, 201],
      ['reader', 200, 403],
      ['writer', 403, 403],
      ['elsewhere', 403, 403],
      ['', 401, 401],
    ] as const)('%s: reading %i, changing %i', async (actor, reading, changing) => {
      expect((await call('GET', '/', undefined, actor)).status).toBe(reading)
      expect((await call('POST', '/', { ...SAME, phone: '1' }, actor)).status).toBe(changing)
      const pending = await change({ email: NEW_EMAIL })
      const cancelled = await call('POST', `/${pending.body.id}/cancel`, {}, actor)
      expect(cancelled.status).toBe(changing === 201 ? 200 : changing)
    })
  })
})
