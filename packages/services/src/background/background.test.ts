import {
  addCategory,
  buildFeedbackForm,
  buildSignal,
  createTestContext,
  describeEachDatabase,
  listHistory,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { planStatusMail } from '../mail/plan-status-mail.ts'
import { hashSecret } from '../mail/secret.ts'
import { createQuestionnaire } from '../questionnaires/create-questionnaire.ts'
import { createFreeSession } from '../questionnaires/get-questionnaire.ts'
import { listSignalsToDelete } from './delete-signals.ts'
import { runTask } from './run-task.ts'
import { listLastRuns, listTaskRuns } from './task-runs.ts'
import { BACKGROUND_TASKS } from './tasks.ts'

describeEachDatabase('the work in the background', (database) => {
  let test: TestContext

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality, { settings: { deleteAfterTerm: true } })
  })

  const getSignal = (id: number) =>
    test.context.db.kysely.selectFrom('signal').selectAll().where('id', '=', id).executeTakeFirst()

  async function count(
    table:
      | 'signal'
      | 'my_report_token'
      | 'employee_session'
      | 'idempotent_answer'
      | 'qa_session'
      | 'qa_question'
      | 'qa_questionnaire'
      | 'mail'
      | 'reporter'
      | 'attachment'
      | 'task_run',
  ): Promise<number> {
    return (await test.context.db.kysely.selectFrom(table).selectAll().execute()).length
  }

  async function planMail(signalId: number) {
    const signal = await getSignal(signalId)
    await test.context.db.transaction((trx) =>
      planStatusMail(
        { ...test.context, db: trx },
        { signalId, statusHistoryId: signal?.status_id ?? 0, previousState: 'b' },
      ),
    )
  }

  async function addAttachment(signalId: number, key: string) {
    for (const file of [key, `${key}.small`]) test.files.set(file, Buffer.from('x'))
    await test.context.db.kysely
      .insertInto('attachment')
      .values({
        signal_id: signalId,
        file_key: key,
        thumbnail_key: `${key}.small`,
        file_name: 'a.jpg',
        mimetype: 'image/jpeg',
        size: 1,
        created_at: test.clock.now(),
        updated_at: test.clock.now(),
      })
      .execute()
  }

  describe('is accounted for', () => {
    it('with what came of it', async () => {
      await runTask(test.context, 'clear-expired')
      const { runs } = await listTaskRuns(test.context, () => ({ limit: 10, offset: 0 }))
      expect(runs).toMatchObject([
        {
          task: 'clear-expired',
          outcome: 'done',
          startedAt: test.clock.now(),
          finishedAt: test.clock.now(),
          detail: { employeeSessions: 0, myReportTokens: 0, idempotentAnswers: 0 },
        },
      ])
      expect((await listLastRuns(test.context)).map(({ task }) => task)).toEqual(['clear-expired'])
    })

    it('with why it failed, and fails towards the queue', async () => {
      await test.context.db.kysely
        .insertInto('file_to_delete')
        .values({ file_key: 'a', created_at: test.clock.now() })
        .execute()
      const broken = {
        ...test.context,
        files: { ...test.context.files, delete: async () => Promise.reject(new Error('schijf vol')) },
      }
      await expect(runTask(broken, 'delete-files')).rejects.toThrow('schijf vol')
      const [run] = await listLastRuns(test.context)
      expect(run).toMatchObject({ outcome: 'failed', detail: { reason: 'schijf vol' } })
    })

    it('also when it was broken off', async () => {
      await test.context.db.kysely
        .insertInto('task_run')
        .values({ task: 'delete-files', started_at: test.clock.now() })
        .execute()
      test.clock.advance({ hours: 1 })
      await runTask(test.context, 'delete-files')
      const { runs } = await listTaskRuns(test.context, () => ({ limit: 10, offset: 0 }))
      expect(runs.map(({ outcome }) => outcome)).toEqual(['done', 'failed'])
    })

    it.each(BACKGROUND_TASKS.map(({ name }) => name))(
      'and finds nothing to do at first: %s',
      async (name) => {
        await runTask(test.context, name)
        expect(await count('task_run')).toBe(1)
      },
    )
  })

  it('knows its tasks only', async () => {
    await expect(runTask(test.context, 'onbekend')).rejects.toThrow('onbekend')
    expect(new Set(BACKGROUND_TASKS.map(({ name }) => name)).size).toBe(BACKGROUND_TASKS.length)
  })

  it('clears what has expired', async () => {
    const now = test.clock.now()
    const { kysely } = test.context.db
    const later = new Date(now.getTime() + 1)
    await kysely
      .insertInto('my_report_token')
      .values(
        [now, later].map((expires_at, index) => ({
          token_hash: hashSecret(String(index)),
          reporter_email: 'melder@voorbeeld.example',
          created_at: now,
          expires_at,
        })),
      )
      .execute()
    const user = await kysely
      .insertInto('app_user')
      .values({ username: 'bea@gemeente.example', email: 'bea@gemeente.example' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await kysely
      .insertInto('employee_session')
      .values({
        token_hash: hashSecret('s'),
        user_id: user.id,
        csrf_token: 'x',
        created_at: now,
        last_seen_at: now,
        expires_at: now,
      })
      .execute()
    await kysely
      .insertInto('idempotent_answer')
      .values({ key: 'a', fingerprint: 'b', status: 201, body: '[]', created_at: now })
      .execute()
    test.clock.set(later)
    expect(await runTask(test.context, 'clear-expired')).toEqual({
      employeeSessions: 1,
      myReportTokens: 1,
      subscriptions: 0,
      idempotentAnswers: 0,
      bulkChanges: 0,
      earlierStates: 0,
    })
    test.clock.advance({ days: 1 })
    await runTask(test.context, 'clear-expired')
    expect([await count('my_report_token'), await count('idempotent_answer')]).toEqual([0, 0])
  })

  it('clears questionnaires of no report, photos included', async () => {
    const form = await createQuestionnaire(test.context, {
      name: 'x',
      description: null,
      flow: 'EXTRA_PROPERTIES',
      explanation: null,
      questions: [{ analysisKey: 'p', label: 'p', shortLabel: 'p', fieldType: 'image', required: false }],
    })
    await createFreeSession(test.context, form)
    const session = await test.context.db.kysely
      .selectFrom('qa_session')
      .select('id')
      .executeTakeFirstOrThrow()
    const question = await test.context.db.kysely
      .selectFrom('qa_question')
      .select('id')
      .executeTakeFirstOrThrow()
    for (const key of ['q/1.jpg', 'q/1.jpg.thumbnail', 'q/2.jpg']) test.files.set(key, Buffer.from('x'))
    await test.context.db.kysely
      .insertInto('qa_answer')
      .values({
        session_id: session.id,
        question_id: question.id,
        payload: JSON.stringify([
          { original_filename: 'a', file_path: 'q/1.jpg', thumbnail_path: 'q/1.jpg.thumbnail' },
          { original_filename: 'b', file_path: 'q/2.jpg', thumbnail_path: null },
        ]),
        created_at: test.clock.now(),
      })
      .execute()
    test.clock.advance({ days: 2 })
    await runTask(test.context, 'clear-questionnaires')
    expect(await count('qa_session')).toBe(1)
    test.clock.advance({ minutes: 1 })
    await runTask(test.context, 'clear-questionnaires')
    expect([await count('qa_session'), await count('qa_questionnaire')]).toEqual([0, 1])
    await runTask(test.context, 'delete-files')
    expect([...test.files.keys()]).toEqual([])
  })

  it('closes questions to reporters after five days', async () => {
    const id = await buildSignal(test.context, { state: 'reaction requested', statusText: 'Welke?' })
    await planMail(id)
    test.clock.advance({ days: 5 })
    expect(await runTask(test.context, 'close-reaction-requests')).toEqual({ closed: 0 })
    test.clock.advance({ minutes: 1 })
    expect(await runTask(test.context, 'close-reaction-requests')).toEqual({ closed: 1 })
    expect(await getSignal(id)).toMatchObject({
      status_state: 'reaction received',
      status_text: 'Geen reactie ontvangen.',
      status_user: null,
    })
    expect(await count('mail')).toBe(1)
    expect(await runTask(test.context, 'close-reaction-requests')).toEqual({ closed: 0 })
  })

  it('closes questions to parties outside after fourteen days', async () => {
    const forward = {
      state: 'forward to external',
      statusText: 'Graag oppakken',
      sendEmail: true,
      emailOverride: 'partij@extern.example',
    }
    const [waiting, gone] = [
      await buildSignal(test.context, forward),
      await buildSignal(test.context, forward),
    ]
    await planMail(waiting)
    await planMail(gone)
    await test.context.db.kysely
      .updateTable('signal')
      .set({ status_state: 'b', status_id: 999_999 })
      .where('id', '=', gone)
      .execute()
    test.clock.advance({ days: 14 })
    expect(await runTask(test.context, 'close-forwards')).toEqual({ closed: 0 })
    test.clock.advance({ minutes: 1 })
    expect(await runTask(test.context, 'close-forwards')).toEqual({ closed: 2 })
    expect((await getSignal(waiting))?.status_state).toBe('closure requested')
    expect((await getSignal(gone))?.status_state).toBe('b')
    expect((await listHistory(test.context, waiting)).slice(-2)).toEqual([
      'session_not_received',
      'status: closure requested',
    ])
    expect((await listHistory(test.context, gone)).at(-1)).toBe('session_not_received')
    expect(await runTask(test.context, 'close-forwards')).toEqual({ closed: 0 })
  })

  describe('anonymises reporters', () => {
    it('a year after their report, once it has ended', async () => {
      const ended = await buildSignal(test.context, { state: 'o', statusText: 'x' })
      const open = await buildSignal(test.context, { state: 'b' })
      await planMail(ended)
      test.clock.advance({ days: 365 })
      expect(await runTask(test.context, 'anonymise-reporters')).toMatchObject({ reporters: 0 })
      test.clock.advance({ minutes: 1 })
      await test.context.db.kysely.updateTable('signal').set({ reporter_language: 'pl' }).execute()
      expect(await runTask(test.context, 'anonymise-reporters')).toMatchObject({ reporters: 1 })
      expect(await getSignal(ended)).toMatchObject({
        reporter_email: null,
        reporter_phone: null,
        reporter_language: null,
        version: 2,
      })
      expect((await getSignal(open))?.reporter_email).toBe('melder@voorbeeld.example')
      const reporter = await test.context.db.kysely
        .selectFrom('reporter')
        .selectAll()
        .where('signal_id', '=', ended)
        .executeTakeFirst()
      expect(reporter).toMatchObject({
        email: null,
        phone: null,
        email_anonymized: true,
        phone_anonymized: true,
      })
      expect((await listHistory(test.context, ended)).at(-1)).toBe(
        'note: Vanwege de AVG zijn de volgende gegevens van de melder geanonimiseerd: email, telefoonnummer',
      )
      const mail = await test.context.db.kysely.selectFrom('mail').selectAll().executeTakeFirst()
      expect(mail?.recipient).toBe('geanonimiseerd')
      expect(await runTask(test.context, 'anonymise-reporters')).toMatchObject({ reporters: 0 })
    })

    it('names only what there was', async () => {
      const id = await buildSignal(test.context, { state: 'a', phone: null })
      test.clock.advance({ days: 366 })
      await runTask(test.context, 'anonymise-reporters')
      expect((await listHistory(test.context, id)).at(-1)).toMatch(/: email$/)
    })

    it('in pieces', async () => {
      const id = await buildSignal(test.context, { state: 'o', statusText: 'x' })
      const old = { signal_id: id, phone: '06', created_at: test.clock.now(), updated_at: test.clock.now() }
      await test.context.db.kysely
        .insertInto('reporter')
        .values(Array.from({ length: 1500 }, () => old))
        .execute()
      test.clock.advance({ days: 366 })
      expect(await runTask(test.context, 'anonymise-reporters')).toMatchObject({ reporters: 1501 })
    })
  })

  describe('destroys reports', () => {
    async function buildEnded() {
      const parent = await buildSignal(test.context, { state: 'a', statusText: 'x' })
      const child = await buildSignal(test.context, { state: 'a', parentId: parent })
      await addAttachment(parent, 'p.jpg')
      await addAttachment(child, 'k.jpg')
      await buildFeedbackForm(test.context, parent)
      return { parent, child }
    }

    it('after the term of their state, with all that belongs to them', async () => {
      const { parent, child } = await buildEnded()
      const handled = await buildSignal(test.context, { state: 'o', statusText: 'x' })
      await addAttachment(handled, 'h.jpg')
      const open = await buildSignal(test.context, { state: 'm' })
      test.clock.advance({ days: 365 })
      expect(await runTask(test.context, 'delete-signals')).toEqual({ signals: 0 })
      test.clock.advance({ minutes: 1 })
      expect(await listSignalsToDelete(test.context)).toMatchObject([
        { id: parent, state: 'a', parts: 1, termDays: 365 },
      ])
      expect(await count('signal')).toBe(4)
      expect(await runTask(test.context, 'delete-signals')).toEqual({ signals: 2 })
      expect([await getSignal(parent), await getSignal(child)]).toEqual([undefined, undefined])
      expect((await getSignal(handled))?.id).toBe(handled)
      expect((await getSignal(open))?.id).toBe(open)
      expect([...test.files.keys()]).toEqual(['h.jpg', 'h.jpg.small'])
      const kept = await test.context.db.kysely
        .selectFrom('deleted_signal')
        .selectAll()
        .orderBy('id')
        .execute()
      expect(kept).toMatchObject([
        { signal_id: parent, action: 'automatic', note: 'Signal was in state "Geannuleerd" for 365 days' },
        { signal_id: child, parent_signal_id: parent, note: expect.stringMatching(/^Parent signal/) },
      ])
      expect(kept[0]?.batch_uuid).toBe(kept[1]?.batch_uuid)
    })

    it('with the questionnaires that quote them', async () => {
      const id = await buildSignal(test.context, { state: 'reaction requested', statusText: 'Welke?' })
      await planMail(id)
      await test.context.db.kysely.updateTable('signal').set({ status_state: 'a' }).execute()
      test.clock.advance({ days: 366 })
      await runTask(test.context, 'delete-signals')
      for (const table of [
        'signal',
        'qa_session',
        'qa_questionnaire',
        'qa_question',
        'mail',
        'reporter',
      ] as const) {
        expect([table, await count(table)]).toEqual([table, 0])
      }
    })

    it('only when the municipality wants it', async () => {
      await buildEnded()
      test.clock.advance({ days: 3650 })
      const unwilling = { ...test.context, settings: { ...test.context.settings, deleteAfterTerm: false } }
      expect(await runTask(unwilling, 'delete-signals')).toEqual({ signals: 0 })
    })

    it('by the term of their category, where it has its own', async () => {
      const main = await addCategory(test.context, { name: 'Afval', parentId: null })
      const own = await addCategory(test.context, { name: 'Grofvuil', parentId: main })
      const other = await addCategory(test.context, { name: 'Zwerfvuil', parentId: main })
      const kept = await buildSignal(test.context, { state: 'a', categoryId: own })
      await buildSignal(test.context, { state: 'a', categoryId: other })
      const context = {
        ...test.context,
        settings: {
          ...test.context.settings,
          deletionTerms: [
            { state: 'a' as const, days: 365 },
            { state: 'a' as const, days: 730, categories: ['afval/grofvuil'] },
          ],
        },
      }
      test.clock.advance({ days: 400 })
      expect(await runTask(context, 'delete-signals')).toEqual({ signals: 1 })
      expect((await getSignal(kept))?.id).toBe(kept)
      test.clock.advance({ days: 400 })
      expect(await runTask(context, 'delete-signals')).toEqual({ signals: 1 })
    })

    it('in pieces', async () => {
      for (let number = 0; number < 95; number += 1) await buildSignal(test.context, { state: 'a' })
      test.clock.advance({ days: 366 })
      expect(await runTask(test.context, 'delete-signals')).toEqual({ signals: 95 })
    })

    it('leaves a file that another report uses', async () => {
      const { parent } = await buildEnded()
      const other = await buildSignal(test.context, { state: 'm' })
      await test.context.db.kysely
        .updateTable('attachment')
        .set({ signal_id: other })
        .where('signal_id', '<>', parent)
        .execute()
      await test.context.db.kysely
        .updateTable('attachment')
        .set({ file_key: 'p.jpg', thumbnail_key: null })
        .where('signal_id', '=', other)
        .execute()
      test.clock.advance({ days: 366 })
      await runTask(test.context, 'delete-signals')
      expect(test.files.has('p.jpg')).toBe(true)
      expect(test.files.has('p.jpg.small')).toBe(false)
    })
  })

  it('forgets the secrets in mails once they have expired', async () => {
    const id = await buildSignal(test.context, { state: 'o', statusText: 'x' })
    await planMail(id)
    const read = () => test.context.db.kysely.selectFrom('mail').selectAll().executeTakeFirstOrThrow()
    test.clock.advance({ days: 14 })
    await runTask(test.context, 'forget-mail-links')
    expect((await read()).body_text).toMatch(/kto\/nee\/[\w-]{43}/)
    test.clock.advance({ days: 2 })
    expect(await runTask(test.context, 'forget-mail-links')).toMatchObject({ redacted: 1, deleted: 0 })
    const { body_text, body_html } = await read()
    expect(body_text).toContain('/kto/nee/…')
    expect(`${body_text}${body_html}`).not.toMatch(/kto\/(ja|nee)\/[\w-]{20}/)
    expect(await runTask(test.context, 'forget-mail-links')).toMatchObject({ redacted: 0 })
  })
})
