import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  listHistory,
  openTestApi,
  rewriteHistory,
  type TestContext,
} from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { planStatusMail } from '../mail/plan-status-mail.ts'
import { redactLinks } from '../mail/redact-links.ts'
import { createQuestionnaire } from './create-questionnaire.ts'

const QA = '/signals/v1/public/qa'

describeEachDatabase('questions by a mailed link', (database) => {
  let test: TestContext
  let app: FastifyInstance
  let signalId: number
  let session: string

  async function prepare(
    signal: Parameters<typeof buildSignal>[1],
    addition?: () => Promise<void>,
    settings = {},
  ) {
    await database.reset()
    test = createTestContext(database.municipality, { settings })
    app = await openTestApi(test.context)
    signalId = await buildSignal(test.context, signal)
    await addition?.()
    const { status_id } = await getSignal()
    await test.context.db.transaction((trx) =>
      planStatusMail(
        { ...test.context, db: trx },
        { signalId, statusHistoryId: status_id ?? 0, previousState: 'b' },
      ),
    )
    session = await newestSession()
  }

  const getSignal = () =>
    test.context.db.kysely
      .selectFrom('signal')
      .selectAll()
      .where('id', '=', signalId)
      .executeTakeFirstOrThrow()

  async function newestSession(): Promise<string> {
    const { uuid } = await test.context.db.kysely
      .selectFrom('qa_session')
      .select('uuid')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return uuid
  }

  async function call(method: 'GET' | 'POST', path: string, payload?: object) {
    const response = await app.inject({ method, url: `${QA}/${path}`, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  }

  const read = () => call('GET', `sessions/${session}`)
  const submit = () => call('POST', `sessions/${session}/submit`, {})

  async function answer(payload: unknown, place = 0) {
    const { body } = await read()
    return call('POST', `sessions/${session}/answers`, [
      { question_uuid: body.path_questions[place].uuid, payload },
    ])
  }

  async function upload(files: readonly { name: string; content: string }[], place = 1) {
    const { body } = await read()
    const form = new FormData()
    form.set('question_uuid', body.path_questions[place].uuid)
    for (const { name, content } of files) form.append('file', new Blob([content]), name)
    const request = new Request('http://x', { method: 'POST', body: form })
    const response = await app.inject({
      method: 'POST',
      url: `${QA}/sessions/${session}/attachments`,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    return { status: response.statusCode, body: response.json() }
  }

  describe('about how a report was handled', () => {
    beforeEach(() =>
      prepare({ state: 'o', statusText: 'Opgeruimd' }, undefined, { feedbackQuestionnaire: true }),
    )

    const give = async (answers: Readonly<Record<string, unknown>>) => {
      for (const [key, payload] of Object.entries(answers)) {
        const { body } = await read()
        const question = body.path_questions.find((one: { analysis_key: string }) => one.analysis_key === key)
        await call('POST', `sessions/${session}/answers`, [{ question_uuid: question?.uuid, payload }])
      }
    }
    const path = async () =>
      (await read()).body.path_questions.map(({ analysis_key: key }: { analysis_key: string }) => key)
    const UNHAPPY = { satisfied: false, reason_unsatisfied: 'Er ligt nog afval', extra_info: 'Bij de deur' }

    it('go the way of the answers, and bring back a report that was not handled well', async () => {
      expect(await path()).toEqual(['satisfied'])
      expect((await submit()).status).toBe(400)
      await give({ satisfied: true })
      expect(await path()).toEqual(['satisfied', 'reason_satisfied', 'extra_info', 'allows_contact'])
      await give({ ...UNHAPPY, allows_contact: true })
      expect(await path()).toEqual(['satisfied', 'reason_unsatisfied', 'extra_info', 'allows_contact'])
      expect((await submit()).status).toBe(200)
      expect(await getSignal()).toMatchObject({
        status_state: 'reopen requested',
        feedback_state: 'not_satisfied',
        reporter_allows_contact: true,
      })
      const kept = await test.context.db.kysely.selectFrom('feedback').selectAll().execute()
      expect(kept).toMatchObject([
        {
          is_satisfied: false,
          text_list: ['Er ligt nog afval'],
          text_extra: 'Bij de deur',
          allows_contact: true,
        },
      ])
      expect((await submit()).status).toBe(410)
    })

    it('are asked by the mail, and can be answered by the form instead', async () => {
      const [mail] = await test.context.db.kysely.selectFrom('mail').select('body_text').execute()
      expect(mail?.body_text).toContain(`https://burger.example/feedback/nee/${session}`)
      expect(redactLinks(mail?.body_text ?? '')).not.toContain(session)
      await give({ satisfied: true, reason_satisfied: 'Snel', extra_info: null, allows_contact: false })
      const form = { is_satisfied: true, text: 'Goed' }
      const url = `/signals/v1/public/feedback/forms/${session}`
      expect((await app.inject({ method: 'PUT', url, payload: form })).statusCode).toBe(200)
      expect(await submit()).toEqual({ status: 410, body: { detail: 'filled out' } })
    })

    it('are for fourteen days, and for this report alone', async () => {
      const [form] = await test.context.db.kysely.selectFrom('qa_questionnaire').select('uuid').execute()
      expect((await call('GET', `questionnaires/${form?.uuid}`)).status).toBe(404)
      test.clock.advance({ days: 14 })
      expect((await read()).status).toBe(200)
      test.clock.advance({ minutes: 1 })
      expect((await read()).status).toBe(410)
    })
  })

  describe('to the reporter', () => {
    beforeEach(() => prepare({ state: 'reaction requested', statusText: 'Welke container?' }))

    it('are shown with the way to answer', async () => {
      const { status, body } = await read()
      expect(status).toBe(200)
      expect(body).toMatchObject({
        uuid: session,
        started_at: null,
        duration: '02:00:00',
        submit_before: '2026-11-29T11:00:00+01:00',
        signal_snapshot: { id: signalId, location: null },
        can_freeze: false,
        questionnaire_explanation: null,
        path_questions: [{ label: 'Welke container?', field_type: 'plain_text', required: true }],
        path_answered_question_uuids: [],
      })
      expect(body.path_unanswered_question_uuids).toEqual([body.path_questions[0].uuid])
      expect(JSON.stringify(body)).not.toContain('melder@')
    })

    it('are not there for another link', async () => {
      expect(await call('GET', 'sessions/00000000-0000-4000-8000-000000000000')).toEqual({
        status: 404,
        body: { detail: 'Niet gevonden.' },
      })
      expect(await call('GET', 'sessions/x')).toMatchObject({ status: 400, body: [expect.any(String)] })
      expect((await call('POST', 'sessions/x/submit', {})).status).toBe(400)
    })

    it('take an answer of the right kind only', async () => {
      const { status, body } = await answer({ a: 1 })
      expect(status).toBe(200)
      expect(Object.values(body.path_validation_errors_by_uuid)).toEqual([
        "Submitted answer does not validate. {'a': 1} is not of type 'string'",
      ])
      expect(body).toMatchObject({ can_freeze: false, started_at: '2026-11-24T11:00:00+01:00' })
      for (const bad of [
        'x'.repeat(10_001),
        'a\0b',
        JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`),
        null,
      ]) {
        const refused = await answer(bad)
        expect(Object.keys(refused.body.path_validation_errors_by_uuid)).toHaveLength(1)
      }
    })

    it('pass over what was not asked', async () => {
      const { status, body } = await call('POST', `sessions/${session}/answers`, [
        { question_uuid: '00000000-0000-4000-8000-000000000000', payload: 'x' },
      ])
      expect([status, body.path_validation_errors_by_uuid]).toEqual([200, {}])
    })

    it('cannot be sent without an answer', async () => {
      expect((await submit()).status).toBe(400)
      expect((await getSignal()).status_state).toBe('reaction requested')
    })

    it('lead to the status "reaction received", and a mail', async () => {
      await answer('De blauwe')
      await answer('De groene bij de kerk')
      expect((await submit()).status).toBe(200)
      expect(await getSignal()).toMatchObject({
        status_state: 'reaction received',
        status_text: 'De groene bij de kerk',
        status_user: null,
      })
      expect((await listHistory(test.context, signalId)).slice(-2)).toEqual([
        'status: reaction received: De groene bij de kerk',
        'note: Automatische e-mail bij Reactie ontvangen is verzonden aan de melder.',
      ])
    })

    it('are sent by a request without a body, whatever it says of it', async () => {
      await answer('De groene')
      const response = await app.inject({
        method: 'POST',
        url: `${QA}/sessions/${session}/submit`,
        headers: { 'content-type': 'application/json' },
      })
      expect(response.statusCode).toBe(200)
    })

    it('are answered once', async () => {
      await answer('De groene')
      const results = await Promise.all([submit(), submit()])
      expect(results.map(({ status }) => status).sort()).toEqual([200, 410])
      expect(await read()).toEqual({ status: 410, body: { detail: 'Already used!' } })
      expect(
        (await listHistory(test.context, signalId)).filter((line) => line.includes('received')),
      ).toHaveLength(1)
    })

    it('close after five days, and two hours after the first answer', async () => {
      await answer('De groene')
      test.clock.advance({ hours: 2 })
      expect((await read()).status).toBe(200)
      test.clock.advance({ minutes: 1 })
      for (const { status, body } of [await read(), await submit()]) {
        expect([status, body]).toEqual([410, { detail: 'Expired!' }])
      }
    })

    it('close after five days', async () => {
      test.clock.advance({ days: 5, minutes: 1 })
      expect((await read()).status).toBe(410)
    })

    it('close when the report has gone another way', async () => {
      await test.context.db.kysely.updateTable('signal').set({ status_state: 'o' }).execute()
      expect((await read()).status).toBe(410)
      expect((await submit()).status).toBe(410)
    })

    it('close when a newer question is asked', async () => {
      const first = session
      test.clock.advance({ minutes: 1 })
      await test.context.db.transaction((trx) =>
        planStatusMail(
          { ...test.context, db: trx },
          { signalId, statusHistoryId: 999_999, previousState: 'b' },
        ),
      )
      session = await newestSession()
      expect((await read()).status).toBe(200)
      session = first
      expect((await read()).status).toBe(410)
    })

    it('may be answered one by one', async () => {
      const { body } = await read()
      const path = `questions/${body.path_questions[0].uuid}`
      expect(await call('GET', path)).toMatchObject({ status: 200, body: { label: 'Welke container?' } })
      expect(await call('POST', `${path}/answer`, { payload: 'De groene', session })).toMatchObject({
        status: 201,
        body: { payload: 'De groene', session, next_question: null },
      })
      expect((await submit()).status).toBe(200)
    })
  })

  describe('to a party outside', () => {
    const forward = {
      state: 'forward to external',
      statusText: 'Graag oppakken',
      sendEmail: true,
      emailOverride: 'partij@extern.example',
    }

    async function addPhoto() {
      test.files.set('attachments/a.jpg', Buffer.from('foto'))
      await test.context.db.kysely
        .insertInto('attachment')
        .values({
          signal_id: signalId,
          file_key: 'attachments/a.jpg',
          file_name: 'foto.jpg',
          mimetype: 'image/jpeg',
          size: 4,
          created_at: test.clock.now(),
          updated_at: test.clock.now(),
        })
        .execute()
      await rewriteHistory(test.context, {
        data: { state: 'forward to external', emailOverride: 'partij@extern.example' },
      })
    }

    beforeEach(() => prepare(forward, addPhoto))

    it('come with what it is about, photos included', async () => {
      const { body } = await read()
      expect(body).toMatchObject({
        duration: null,
        questionnaire_explanation: {
          title: 'Melding reactie',
          sections: [{ text: `Nummer: SIG-${signalId}\n` }, { text: 'Graag oppakken' }, { header: "Foto's" }],
        },
        path_questions: [{ field_type: 'plain_text' }, { field_type: 'image', required: false }],
      })
      const [file] = body.questionnaire_explanation.sections[2].files
      const photo = await app.inject(file.file)
      expect([photo.statusCode, photo.body, photo.headers['content-type']]).toEqual([
        200,
        'foto',
        'image/jpeg',
      ])
    })

    it('show no photo to whoever has no open link', async () => {
      const { body } = await read()
      const [{ file }] = body.questionnaire_explanation.sections[2].files
      expect(
        (await app.inject(file.replace(session, '00000000-0000-4000-8000-000000000000'))).statusCode,
      ).toBe(404)
      expect((await app.inject(file.replace(/\d+$/, '999'))).statusCode).toBe(404)
      await answer('Opgelost')
      await submit()
      expect((await app.inject(file)).statusCode).toBe(410)
    })

    it('show no photo that was deleted', async () => {
      await test.context.db.kysely.deleteFrom('attachment').execute()
      const { body } = await read()
      expect(body.questionnaire_explanation.sections[2].files).toEqual([])
    })

    it('lead to history, a status, photos and a confirmation', async () => {
      await answer('Wij hebben het opgelost')
      expect(
        await upload([
          { name: 'na.png', content: 'een' },
          { name: 'later.jpg', content: 'twee' },
        ]),
      ).toMatchObject({ status: 201 })
      expect((await submit()).status).toBe(200)
      expect((await listHistory(test.context, signalId)).slice(-2)).toEqual([
        'session_received: Wij hebben het opgelost',
        'status: closure requested',
      ])
      expect(await getSignal()).toMatchObject({
        status_state: 'closure requested',
        status_text: null,
        attachment_count: 2,
      })
      const attachments = await test.context.db.kysely
        .selectFrom('attachment')
        .selectAll()
        .orderBy('id')
        .execute()
      expect(attachments.slice(1)).toMatchObject([
        { file_name: 'na.png', created_by: 'partij@extern.example', public: false, mimetype: 'image/png' },
        { file_name: 'later.jpg' },
      ])
      expect(test.files.get(attachments[1]?.file_key ?? '')?.toString()).toBe('een')
      const mails = await test.context.db.kysely.selectFrom('mail').selectAll().orderBy('id').execute()
      expect(mails.at(-1)).toMatchObject({
        template_key: 'signal_forward_to_external_reaction_received',
        recipient: 'partij@extern.example',
        body_text: expect.stringContaining('Wij hebben het opgelost'),
      })
    })

    it('only add to the history when the report has gone another way', async () => {
      await test.context.db.kysely
        .updateTable('signal')
        .set({ status_state: 'b', status_id: 999_999 })
        .execute()
      await answer('Te laat')
      await submit()
      expect((await getSignal()).status_state).toBe('b')
      expect((await listHistory(test.context, signalId)).at(-1)).toBe('session_received: Te laat')
    })

    it.each([
      ['a question that is not for photos', 0, [{ name: 'a.png', content: 'x' }], 'question'],
      ['no file', 1, [], 'file'],
      ['what is no photo', 1, [{ name: 'a.txt', content: 'x' }], 'file'],
      ['a PDF', 1, [{ name: 'a.pdf', content: 'x' }], 'file'],
    ])('refuse %s and keep nothing of it', async (_, place, files, field) => {
      const { status, body } = await upload(files, place)
      expect([status, Object.keys(body)]).toEqual([400, [field]])
      expect([...test.files.keys()]).toEqual(['attachments/a.jpg'])
    })

    it('take photos nowhere but there', async () => {
      const { body } = await answer([{ original_filename: 'x', file_path: 'attachments/a.jpg' }], 1)
      expect(Object.values(body.path_validation_errors_by_uuid)).toEqual([
        'It is not possible to answer "Attachment" questions via this endpoint',
      ])
    })
  })

  describe('with branches, of no report', () => {
    let form: string

    beforeEach(async () => {
      await database.reset()
      test = createTestContext(database.municipality)
      app = await openTestApi(test.context)
      const id = await createQuestionnaire(test.context, {
        name: 'Uitvraag',
        description: null,
        flow: 'EXTRA_PROPERTIES',
        explanation: null,
        questions: ['Is het glad?', 'Waar?', 'Wat dan?'].map((label, index) => ({
          analysisKey: `q${index}`,
          label,
          shortLabel: label,
          fieldType: index === 0 ? 'boolean' : 'plain_text',
          required: true,
        })),
      })
      const { kysely } = test.context.db
      const [first, second, third] = await kysely
        .selectFrom('qa_question')
        .select('id')
        .orderBy('id')
        .execute()
      await kysely.deleteFrom('qa_edge').execute()
      const choices = await kysely
        .insertInto('qa_choice')
        .values(
          [true, false].map((payload) => ({ question_id: first?.id ?? 0, payload: JSON.stringify(payload) })),
        )
        .returning('id')
        .execute()
      await kysely
        .insertInto('qa_edge')
        .values(
          [second, third].map((next, index) => ({
            questionnaire_id: id,
            question_id: first?.id ?? 0,
            next_question_id: next?.id ?? 0,
            choice_id: choices[index]?.id ?? null,
          })),
        )
        .execute()
      await kysely
        .updateTable('qa_question')
        .set({ retrieval_key: 'glad' })
        .where('id', '=', first?.id ?? 0)
        .execute()
      form = (await kysely.selectFrom('qa_questionnaire').select('uuid').executeTakeFirstOrThrow()).uuid
    })

    it('lead along the answers', async () => {
      expect(await call('GET', `questionnaires/${form}`)).toMatchObject({
        status: 200,
        body: { name: 'Uitvraag', first_question: { key: 'glad' } },
      })
      const begun = await call('POST', `questionnaires/${form}/session`)
      expect(begun).toMatchObject({ status: 201, body: { signal_snapshot: null, submit_before: null } })
      session = begun.body.uuid
      const next = await call('POST', 'questions/glad/answer', { payload: false, session })
      expect(next).toMatchObject({
        status: 201,
        body: { next_question: { label: 'Wat dan?', next_rules: [] } },
      })
      expect((await read()).body.path_questions.map(({ label }: { label: string }) => label)).toEqual([
        'Is het glad?',
        'Wat dan?',
      ])
      await answer('Het stinkt', 1)
      expect((await submit()).status).toBe(200)
    })

    it('begin with the first answer, if asked so', async () => {
      const begun = await call('POST', 'questions/glad/answer', { payload: true, questionnaire: form })
      expect(begun).toMatchObject({
        status: 201,
        body: { questionnaire: form, next_question: { label: 'Waar?' } },
      })
    })

    it.each([
      [{ payload: true }, { non_field_errors: ['Either the session or questionnaire is mandatory!'] }],
      [
        { payload: true, session: 'x', questionnaire: 'y' },
        { non_field_errors: ['session and questionnaire cannot be used both!'] },
      ],
      [{ payload: true, session: 'x' }, { session: ['x is not a valid UUID.'] }],
      [
        { payload: true, session: '00000000-0000-4000-8000-000000000000' },
        { session: ['Object does not exist.'] },
      ],
      [
        { payload: true, questionnaire: '00000000-0000-4000-8000-000000000000' },
        { questionnaire: ['Object does not exist.'] },
      ],
    ])('refuse %j', async (payload, errors) => {
      expect(await call('POST', 'questions/glad/answer', payload)).toEqual({ status: 400, body: errors })
    })

    it('answer a wrong answer with a list', async () => {
      expect(
        await call('POST', 'questions/glad/answer', { payload: 'ja', questionnaire: form }),
      ).toMatchObject({
        status: 400,
        body: ["Submitted answer does not validate. 'ja' is not of type 'boolean'"],
      })
    })

    it('are not there when they are not in use, or never were', async () => {
      await test.context.db.kysely.updateTable('qa_questionnaire').set({ is_active: false }).execute()
      for (const path of [`questionnaires/${form}`, 'questionnaires/x', 'questions/onbekend']) {
        expect((await call('GET', path)).status).toBe(404)
      }
      expect((await call('POST', `questionnaires/${form}/session`)).status).toBe(404)
    })

    it('that lead in a circle are refused', async () => {
      await test.context.db.kysely
        .updateTable('qa_edge')
        .set((eb) => ({ next_question_id: eb.ref('question_id'), choice_id: null }))
        .execute()
      expect(await call('POST', `questionnaires/${form}/session`)).toEqual({
        status: 400,
        body: ['Cycle detected'],
      })
    })
  })
})
