import {
  buildFeedbackForm,
  buildSignal,
  createTestContext,
  describeEachDatabase,
  listHistory,
  openTestApi,
  type TestContext,
} from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'

describeEachDatabase('feedback', (database) => {
  let test: TestContext
  let app: FastifyInstance
  let signalId: number
  let token: string

  async function prepare(state = 'o') {
    await database.reset()
    test = createTestContext(database.municipality, { settings: { feedbackReceivedMail: true } })
    app = await openTestApi(test.context)
    signalId = await buildSignal(test.context, { state, statusText: 'Opgeruimd' })
    token = await buildFeedbackForm(test.context, signalId)
  }

  beforeEach(() => prepare())

  const ask = () => app.inject(`/signals/v1/public/feedback/forms/${token}`)
  const answer = (body: object, method: 'PUT' | 'PATCH' = 'PUT') =>
    app.inject({ method, url: `/signals/v1/public/feedback/forms/${token}`, payload: body })
  const getSignal = () =>
    test.context.db.kysely
      .selectFrom('signal')
      .selectAll()
      .where('id', '=', signalId)
      .executeTakeFirstOrThrow()
  const listMails = () =>
    test.context.db.kysely.selectFrom('mail').select(['template_key', 'recipient', 'body_text']).execute()
  const UNHAPPY = { is_satisfied: false, allows_contact: true, text_list: ['Er ligt nog afval'] }

  it('is open to whoever holds the link', async () => {
    const { uuid } = await getSignal()
    const response = await ask()
    expect([response.statusCode, response.json()]).toEqual([200, { signal_id: uuid }])
  })

  it('is not there for another link', async () => {
    token = 'onbekend'
    for (const response of [await ask(), await answer({}), await answer(UNHAPPY)]) {
      expect([response.statusCode, response.json()]).toEqual([
        404,
        { detail: 'No Feedback matches the given query.' },
      ])
    }
  })

  it('is open for fourteen days', async () => {
    test.clock.advance({ days: 14 })
    expect((await ask()).statusCode).toBe(200)
    test.clock.advance({ minutes: 1 })
    for (const response of [await ask(), await answer(UNHAPPY)]) {
      expect([response.statusCode, response.json()]).toEqual([410, { detail: 'too late' }])
    }
  })

  it('is filled in once, also by two at once', async () => {
    const responses = await Promise.all([answer(UNHAPPY), answer(UNHAPPY)])
    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])
    expect((await ask()).json()).toEqual({ detail: 'filled out' })
    expect((await listHistory(test.context, signalId)).filter((line) => line === 'feedback')).toHaveLength(1)
  })

  it.each([
    [{ text: 'x' }, { is_satisfied: ['Dit veld is vereist.'] }],
    [{ is_satisfied: null, text: 'x' }, { is_satisfied: ['Dit veld mag niet leeg zijn.'] }],
    [{ is_satisfied: 'misschien', text: 'x' }, { is_satisfied: ['Must be a valid boolean.'] }],
    [{ is_satisfied: true }, { non_field_errors: ['Either text or text_list must be filled in'] }],
    [
      { is_satisfied: true, text: '', text_list: null },
      { non_field_errors: ['Either text or text_list must be filled in'] },
    ],
    [
      { is_satisfied: true, text: 'x'.repeat(1001) },
      { text: ['Zorg ervoor dat dit veld niet meer dan 1000 karakters bevat.'] },
    ],
  ])('refuses %j and keeps nothing', async (body, errors) => {
    const response = await answer(body)
    expect([response.statusCode, response.json()]).toEqual([400, errors])
    expect((await ask()).statusCode).toBe(200)
    expect(await listHistory(test.context, signalId)).toHaveLength(1)
  })

  it('of someone who is satisfied is kept, and that is all', async () => {
    const response = await answer(
      { is_satisfied: 'true', text: 'Goed', text_list: ['Snel', 'Goed'] },
      'PATCH',
    )
    expect(response.statusCode).toBe(200)
    const [kept] = await test.context.db.kysely.selectFrom('feedback').selectAll().execute()
    expect(kept).toMatchObject({ is_satisfied: true, text_list: ['Snel', 'Goed'], allows_contact: false })
    expect(await getSignal()).toMatchObject({
      status_state: 'o',
      feedback_state: 'satisfied',
      version: 2,
      reporter_allows_contact: false,
    })
    expect(await listHistory(test.context, signalId)).toEqual(['status: o: Opgeruimd', 'feedback'])
    expect(await listMails()).toEqual([])
  })

  it('of someone who is not satisfied asks for reopening, and is thanked for', async () => {
    await answer({ ...UNHAPPY, text_extra: 'Zie https://evil.example' })
    expect(await getSignal()).toMatchObject({
      status_state: 'reopen requested',
      status_user: null,
      feedback_state: 'not_satisfied',
      reporter_allows_contact: true,
    })
    expect(await listHistory(test.context, signalId)).toEqual([
      'status: o: Opgeruimd',
      'feedback',
      'status: reopen requested: De melder is niet tevreden blijkt uit feedback. Zo nodig heropenen.',
      'note: Automatische e-mail bij ontvangen van feedback is verzonden aan de melder.',
    ])
    expect(await listMails()).toMatchObject([
      { template_key: 'signal_feedback_received', recipient: 'melder@voorbeeld.example' },
    ])
  })

  describe('with a standard answer', () => {
    async function standard(reopens: boolean) {
      await test.context.db.kysely
        .insertInto('standard_answer')
        .values({ text: 'Het duurde te lang', is_satisfied: false, reopens_when_unhappy: reopens })
        .execute()
      await answer({ ...UNHAPPY, text_list: ['Het duurde te lang'] })
      return (await getSignal()).status_state
    }

    it('reopens when that answer asks for it', async () => {
      expect(await standard(true)).toBe('reopen requested')
    })

    it('does not reopen when it does not', async () => {
      expect(await standard(false)).toBe('o')
    })
  })

  it('without leave to write sends no mail, and none after it', async () => {
    await answer({ ...UNHAPPY, allows_contact: false })
    expect(await listMails()).toEqual([])
    expect((await getSignal()).reporter_allows_contact).toBe(false)
  })

  it('leaves a report alone that is no longer handled', async () => {
    await prepare('reopened')
    await answer(UNHAPPY)
    expect((await getSignal()).status_state).toBe('reopened')
    expect(await listMails()).toEqual([])
  })

  it('on an earlier form does not hide that a later one is awaited', async () => {
    test.clock.advance({ days: 1 })
    await buildFeedbackForm(test.context, signalId)
    await test.context.db.kysely.updateTable('signal').set({ feedback_state: 'not_received' }).execute()
    await answer({ is_satisfied: true, text: 'Goed' })
    expect((await getSignal()).feedback_state).toBe('not_received')
  })
})
