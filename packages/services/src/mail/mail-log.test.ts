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
import { planStatusMail } from './plan-status-mail.ts'
import { queueMail } from './queue-mail.ts'
import { sendMail } from './send-mail.ts'

const LOG = ['sia_read', 'sia_can_view_contact_details'] as const
const AGAIN = [...LOG, 'sia_write'] as const

const ACTORS = {
  admin: SUPERUSER,
  sender: employeeWith(AGAIN),
  reader: employeeWith(LOG),
  blind: employeeWith(['sia_read', 'sia_write']),
  elsewhere: employeeWith(AGAIN, [999]),
  previewer: employeeWith(['sia_read', 'sia_write', 'sia_signal_create_initial']),
}
type Who = keyof typeof ACTORS | ''

describeEachDatabase('mails, for staff', (database) => {
  let test: TestContext
  let app: FastifyInstance
  let signalId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    app = await openTestApi(test.context, { actors: ACTORS })
    signalId = await buildSignal(test.context, { state: 'o', statusText: 'Opgeruimd' })
    const { status_id } = await test.context.db.kysely
      .selectFrom('signal')
      .select('status_id')
      .executeTakeFirstOrThrow()
    await test.context.db.transaction((trx) =>
      planStatusMail(
        { ...test.context, db: trx },
        { signalId, statusHistoryId: status_id ?? 0, previousState: 'b' },
      ),
    )
  })

  async function call(method: 'GET' | 'POST', path: string, who: Who = 'sender', payload?: object) {
    const response = await app.inject({
      method,
      url: `/signals/v1/private/${path}`,
      headers: who ? { authorization: `Bearer ${who}` } : {},
      ...(payload ? { payload } : {}),
    })
    return { status: response.statusCode, body: response.json() }
  }

  async function findMailId(): Promise<number> {
    return (await call('GET', 'mails')).body.results[0].id
  }

  async function addLooseMail(): Promise<void> {
    await test.context.db.transaction((trx) =>
      queueMail(
        { ...test.context, db: trx },
        {
          cause: 'x',
          signalId: null,
          to: 'iemand@voorbeeld.example',
          template: 'my_signal_token',
          fallbackSubject: 'x',
          variables: {},
        },
      ),
    )
  }

  describe('the log', () => {
    it('tells to whom, when, what and with what result', async () => {
      const { body } = await call('GET', 'mails')
      expect(body).toMatchObject({
        count: 1,
        results: [
          {
            signal_id: signalId,
            template: 'signal_status_changed_afgehandeld',
            recipient: 'melder@voorbeeld.example',
            subject: `Meer over uw melding SIG-${signalId}`,
            state: 'queued',
            attempts: 0,
            last_error: null,
            created_at: '2026-11-24T11:00:00+01:00',
            sent_at: null,
          },
        ],
      })
      const id = await findMailId()
      await sendMail(test.context, { mailId: id, attempt: 1 })
      expect((await call('GET', `mails/${id}`)).body).toMatchObject({
        state: 'sent',
        attempts: 1,
        sent_at: '2026-11-24T11:00:00+01:00',
      })
    })

    it('shows a mail without the secrets of its links', async () => {
      const { body } = await call('GET', `mails/${await findMailId()}`)
      expect(body.text).toContain('/kto/nee/…')
      expect(body.html).toContain('/kto/ja/…')
      expect(JSON.stringify(body)).not.toMatch(/kto\/(ja|nee)\/[\w-]{20}/)
    })

    it.each([
      ['', 1],
      ['state=queued', 1],
      ['state=sent', 0],
      ['template=signal_created', 0],
      ['recipient=MELDER@', 1],
      ['recipient=%25', 0],
      ['signal=999', 0],
      ['created_after=2026-11-24T10:00:00Z', 1],
      ['created_before=2026-11-24T10:00:00Z', 0],
    ])('is filtered by %s', async (query, count) => {
      expect((await call('GET', `mails?${query}`)).body.count).toBe(count)
    })

    it.each(['state=weg', 'template=x', 'signal=x', 'created_after=x'])('refuses %s', async (query) => {
      expect((await call('GET', `mails?${query}`)).status).toBe(400)
    })

    it.each([
      ['admin', 200, 200, 2],
      ['sender', 200, 200, 2],
      ['reader', 200, 200, 2],
      ['elsewhere', 200, 404, 0],
      ['blind', 403, 403, undefined],
      ['', 401, 401, undefined],
    ] as const)('is for who may see contact details and the report: %s', async (who, list, one, count) => {
      await addLooseMail()
      const id = (await call('GET', 'mails?recipient=melder')).body.results[0].id
      const listed = await call('GET', 'mails', who)
      expect([listed.status, listed.body.count]).toEqual([list, count])
      expect((await call('GET', `mails/${id}`, who)).status).toBe(one)
    })
  })

  describe('sending again', () => {
    it('sends one that failed as it is', async () => {
      const id = await findMailId()
      await test.context.db.kysely.updateTable('mail').set({ state: 'failed', last_error: '550' }).execute()
      const { status, body } = await call('POST', `mails/${id}/send-again`)
      expect([status, body.id, body.state]).toEqual([202, id, 'queued'])
      expect(test.jobs.at(-1)).toMatchObject({ name: 'mail.send', data: { mailId: id } })
      await sendMail(test.context, { mailId: id, attempt: 1 })
      expect(test.outbox).toHaveLength(1)
    })

    it('sends one that was sent as a new mail, and says so', async () => {
      const id = await findMailId()
      await sendMail(test.context, { mailId: id, attempt: 1 })
      const { status, body } = await call('POST', `mails/${id}/send-again`)
      expect([status, body.state]).toEqual([202, 'queued'])
      expect(body.id).not.toBe(id)
      await sendMail(test.context, { mailId: body.id, attempt: 1 })
      expect(new Set(test.outbox.map(({ messageId }) => messageId)).size).toBe(2)
      expect(test.outbox[0]?.text).toBe(test.outbox[1]?.text)
      expect((await listHistory(test.context, signalId)).at(-1)).toBe(
        `note: De e-mail is opnieuw verstuurd: Meer over uw melding SIG-${signalId}`,
      )
    })

    it.each([
      ['is still on its way', {}],
      ['was for someone who is anonymised', { state: 'sent', recipient: 'geanonimiseerd' }],
      ['has links that have expired', { state: 'sent', body_text: 'x /kto/ja/… y' }],
    ])('refuses one that %s', async (_, change) => {
      const id = await findMailId()
      if (Object.keys(change).length > 0)
        await test.context.db.kysely.updateTable('mail').set(change).execute()
      expect((await call('POST', `mails/${id}/send-again`)).status).toBe(409)
      expect(test.jobs).toHaveLength(1)
    })

    it.each([
      ['admin', 202],
      ['sender', 202],
      ['reader', 403],
      ['blind', 403],
      ['elsewhere', 404],
      ['', 401],
    ] as const)('is for who may write as well: %s', async (who, status) => {
      const id = await findMailId()
      await test.context.db.kysely.updateTable('mail').set({ state: 'failed' }).execute()
      expect((await call('POST', `mails/${id}/send-again`, who)).status).toBe(status)
    })
  })

  describe('the preview', () => {
    const preview = (payload: object, who: Who = 'previewer') =>
      call('POST', `signals/${signalId}/email/preview`, who, payload)
    const setState = (state: string) =>
      test.context.db.kysely.updateTable('signal').set({ status_state: state }).execute()

    it('shows the mail that would follow, with links that lead nowhere', async () => {
      await setState('b')
      const before = await listHistory(test.context, signalId)
      const { status, body } = await preview({ status: 'o', text: 'Klaar met **vet**' })
      expect([status, body.subject]).toEqual([200, `Meer over uw melding SIG-${signalId}`])
      expect(body.html).toContain('<strong>vet</strong>')
      expect(body.html).toContain('/kto/ja/00000000-0000-0000-0000-000000000000')
      expect(await listHistory(test.context, signalId)).toEqual(before)
      expect((await call('GET', 'mails')).body.count).toBe(1)
      expect(await test.context.db.kysely.selectFrom('feedback').selectAll().execute()).toHaveLength(1)
    })

    it.each([
      ['reaction requested', '/incident/reactie/00000000'],
      ['forward to external', '/incident/extern/00000000'],
      ['i', 'Er is nieuws over uw melding'],
    ])('of %s', async (state, words) => {
      await setState('b')
      if (state === 'i') await setState('m')
      const { status, body } = await preview({
        status: state,
        text: 'Tekst',
        email_override: 'partij@extern.example',
      })
      expect([status, body.html]).toEqual([200, expect.stringContaining(words)])
    })

    it('is not there when no mail would follow', async () => {
      expect(await preview({ status: 'reopen requested', text: 'x' })).toEqual({
        status: 404,
        body: { detail: 'No email preview available for given status transition' },
      })
    })

    it('refuses what a change would be refused for', async () => {
      expect((await preview({ status: 'm', text: 'x' })).body).toEqual({
        state: [expect.stringContaining('Invalid state')],
      })
      expect((await preview({ text: 'x' })).body).toEqual({ status: ['Dit veld is vereist.'] })
      expect((await preview({ status: 'reopened', text: 'x'.repeat(3001) })).status).toBe(400)
    })

    it.each([
      ['admin', 200],
      ['previewer', 200],
      ['sender', 403],
      ['reader', 403],
      ['elsewhere', 403],
      ['', 401],
    ] as const)('is for who may make and write reports: %s', async (who, status) => {
      expect((await preview({ status: 'reopened', text: 'x' }, who)).status).toBe(status)
    })
  })
})
