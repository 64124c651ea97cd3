import { schemaOfMunicipality } from '@signalen/database'
import { findPattern, mentionsPerson } from '@signalen/domain'
import { describeEachDatabase, findRightsAnswers, listHistory } from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { HANDLER, makeSignal, openTown, READER, type TestTown } from '../signals/test-town.ts'
import { HANDLED_APART, TEXT_PLACES } from './text-places.ts'

const EMAIL = 'jan.jansen@voorbeeld.example'
const PHONE = '06-12345678'
const OTHER = 'an.jansen@voorbeeld.example'
const NAMED = `Bel Jan.Jansen@Voorbeeld.example of +31 6 1234 5678`

describeEachDatabase('the rights of a person', (database) => {
  let town: TestTown
  let own: number
  let other: number

  const schema = schemaOfMunicipality('default')
  const db = () => town.context.db.kysely
  const ask = (what: string, body: object, as?: string) =>
    town.api.ask('POST', `/private/persons/${what}`, { body, as })
  const person = { email: EMAIL, phone: PHONE }

  beforeEach(async () => {
    town = await openTown(database)
    own = await makeSignal(town, {
      text: `Er ligt afval. ${NAMED}`,
      reporter: { email: EMAIL, phone: PHONE },
      location: {
        geometrie: { type: 'Point', coordinates: [4.85, 52.35] },
        address: { openbare_ruimte: 'Kerkweg', huisnummer: 7, woonplaats: 'Waterveste' },
      },
    })
    other = await makeSignal(town, { text: `De buurman (${EMAIL}) klaagt`, reporter: { email: OTHER } })
  })

  /** Names the person in every column where that can be, in rows of theirs and of others. */
  async function plantEverywhere(): Promise<void> {
    const now = town.clock.now()
    const answer = JSON.stringify([
      { id: 'x', label: NAMED, category_url: '/a', answer: { [EMAIL]: [31612345678] } },
    ])
    for (const id of [own, other]) {
      await db()
        .updateTable('signal')
        .set({
          text_extra: NAMED,
          status_text: NAMED,
          status_email_override: EMAIL,
          category_text: NAMED,
          extra_properties: answer,
          status_extra_properties: answer,
          location_extra_properties: JSON.stringify({ remark: NAMED }),
          address: JSON.stringify({ openbare_ruimte: NAMED }),
          address_text: NAMED,
        })
        .where('id', '=', id)
        .execute()
      await db()
        .insertInto('signal_history')
        .values([
          { signal_id: id, kind: 'note', created_at: now, created_by: HANDLER, text: NAMED, data: '{}' },
          {
            signal_id: id,
            kind: 'status',
            created_at: now,
            created_by: HANDLER,
            text: NAMED,
            data: JSON.stringify({ state: 'forward to external', sendEmail: true, emailOverride: EMAIL }),
          },
        ])
        .execute()
      await db()
        .insertInto('attachment')
        .values({
          signal_id: id,
          file_key: `default/${id}.jpg`,
          thumbnail_key: `default/${id}.klein.jpg`,
          file_name: `${EMAIL}.jpg`,
          mimetype: 'image/jpeg',
          size: 5,
          is_image: true,
          caption: NAMED,
          created_by: null,
          scan_state: null,
          created_at: now,
          updated_at: now,
        })
        .execute()
      town.files.set(`default/${id}.jpg`, Buffer.from('photo'))
      await db()
        .insertInto('feedback')
        .values({
          token_hash: Buffer.from(`feedback ${id}`),
          signal_id: id,
          created_at: now,
          submitted_at: now,
          is_satisfied: false,
          text_list: ['Te laat', NAMED],
          text_extra: NAMED,
        })
        .execute()
      await db()
        .insertInto('mail')
        .values(
          [EMAIL, HANDLER].map((recipient) => ({
            uuid: town.context.random.uuid(),
            cause: `test:${id}:${recipient}`.replace(EMAIL, 'jan'),
            signal_id: id,
            template_key: 'test',
            recipient,
            subject: NAMED,
            body_text: NAMED,
            body_html: `<a href="mailto:${encodeURIComponent(EMAIL)}">${NAMED}</a>`,
            last_error: NAMED,
            created_at: now,
            sent_at: null,
          })),
        )
        .execute()
      await db()
        .insertInto('idempotent_answer')
        .values({
          key: `key ${id}`,
          fingerprint: 'print',
          signal_id: id,
          status: 201,
          body: '[1]',
          created_at: now,
        })
        .execute()
      await plantQuestionnaire(id)
    }
    await db()
      .insertInto('reporter')
      .values({
        signal_id: other,
        email: EMAIL.toUpperCase(),
        phone: '+31612345678',
        state: 'cancelled',
        email_verification_token_hash: Buffer.from('token'),
        email_verification_token_expires: now,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await db()
      .insertInto('my_report_token')
      .values({ token_hash: Buffer.from('token'), reporter_email: EMAIL, created_at: now, expires_at: now })
      .execute()
    await db()
      .insertInto('stored_filter')
      .values({
        created_by: HANDLER,
        name: NAMED,
        options: JSON.stringify({ reporter_email: EMAIL, status: ['m'] }),
        created_at: now,
        updated_at: now,
      })
      .execute()
    await db()
      .insertInto('object_history')
      .values({
        object_type: 'category',
        object_id: 1,
        data: JSON.stringify({ note: NAMED }),
        created_at: now,
        created_by: null,
      })
      .execute()
    await db()
      .insertInto('deleted_signal')
      .values({
        signal_id: 999,
        signal_uuid: town.context.random.uuid(),
        signal_state: 'o',
        signal_state_set_at: now,
        signal_created_at: now,
        deleted_at: now,
        action: 'manual',
        note: NAMED,
        parent_signal_id: null,
        category_id: null,
        deleted_by: null,
        batch_uuid: null,
      })
      .execute()
    await db()
      .insertInto('audit_log')
      .values({
        occurred_at: now,
        actor: null,
        action: 'test',
        object_type: null,
        object_id: null,
        detail: JSON.stringify({ x: NAMED }),
      })
      .execute()
    await db()
      .insertInto('task_run')
      .values({ task: 'test', started_at: now, finished_at: null, detail: JSON.stringify({ reason: NAMED }) })
      .execute()
    await db().insertInto('search_word').values({ word: EMAIL }).execute()
  }

  async function plantQuestionnaire(signalId: number): Promise<void> {
    const created_at = town.context.clock.now()
    const question = await db()
      .insertInto('qa_question')
      .values({
        uuid: town.context.random.uuid(),
        retrieval_key: null,
        analysis_key: 'reaction',
        label: NAMED,
        short_label: NAMED,
        field_type: 'plain_text',
        extra_properties: JSON.stringify({ x: NAMED }),
        created_at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('qa_choice')
      .values({ question_id: question.id, payload: JSON.stringify(NAMED), display: NAMED })
      .execute()
    const questionnaire = await db()
      .insertInto('qa_questionnaire')
      .values({
        uuid: town.context.random.uuid(),
        name: NAMED,
        description: NAMED,
        first_question_id: question.id,
        explanation: JSON.stringify({ title: 'x', sections: [{ header: 'x', text: NAMED, files: [] }] }),
        created_at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const session = await db()
      .insertInto('qa_session')
      .values({
        uuid: town.context.random.uuid(),
        questionnaire_id: questionnaire.id,
        signal_id: signalId,
        status_history_id: null,
        location_history_id: null,
        submit_before: null,
        duration_seconds: null,
        started_at: null,
        created_at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('qa_answer')
      .values({
        session_id: session.id,
        question_id: question.id,
        payload: JSON.stringify({ a: [NAMED] }),
        created_at,
      })
      .execute()
  }

  /** Every table of the municipality, row by row, whatever its columns. */
  async function findEverywhere(pattern: string): Promise<string[]> {
    const { pool } = database.database
    const { rows: tables } = await pool.query<{ name: string }>(
      'select tablename as name from pg_catalog.pg_tables where schemaname = $1 order by 1',
      [schema],
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await pool.query<{ words: string }>(
        `select entry::text as words from ${schema}.${name} entry`,
      )
      if (rows.some(({ words }) => mentionsPerson(words.replaceAll('""', '"'), pattern))) found.push(name)
    }
    return found
  }

  const pattern = findPattern({ identities: [{ email: EMAIL, phone: '612345678' }] }) ?? ''

  describe('to know', () => {
    it('is what there is, in their own reports and those of others', async () => {
      await plantEverywhere()
      const { status, body, headers } = await ask('find', person)
      expect(status).toBe(200)
      expect(headers['cache-control']).toBe('no-store')
      expect(body).toMatchObject({
        signal_count: 1,
        signal_ids: [own],
        reporter_count: 2,
        is_employee: false,
        earlier: [],
      })
      const places = new Set(body.mentions.map(({ place }: { place: string }) => place))
      expect([...places].toSorted()).toEqual(TEXT_PLACES.map(({ table }) => table).toSorted())
      expect(
        body.mentions.find(({ signal_id }: { signal_id: number }) => signal_id === other).excerpt,
      ).toContain(EMAIL)
    })

    it.each([
      [{ email: EMAIL.toUpperCase() }, 1],
      [{ phone: '+31 (0)6 1234 5678' }, 1],
      [{ email: OTHER }, 1],
      [{ email: 'jansen@voorbeeld.example' }, 0],
      [{ phone: '0612345679' }, 0],
    ])('is found by %j', async (typed, count) => {
      expect((await ask('find', typed)).body.signal_count).toBe(count)
    })

    it.each([{}, { email: 'jan' }, { phone: '12' }, { email: 'a\0b@c.example' }])(
      'is not found by %j',
      async (typed) => {
        expect((await ask('find', typed)).status).toBe(400)
      },
    )
  })

  it('to have it handed over: all of their reports, and what was sent to them', async () => {
    await plantEverywhere()
    const { status, body } = await ask('handover', person)
    expect(status).toBe(200)
    expect(body.reports).toHaveLength(1)
    expect(body.reports[0]).toMatchObject({
      id: own,
      id_display: `SIG-${own}`,
      status: 'Gemeld',
      main_category: 'Afval',
      text: `Er ligt afval. ${NAMED}`,
      email: EMAIL,
      phone: PHONE,
      files: [{ file_name: `${EMAIL}.jpg`, location: expect.stringContaining('/signals/media/') }],
      feedback: [{ is_satisfied: false, text_list: ['Te laat', NAMED], text_extra: NAMED }],
    })
    expect(body.reports[0].history.map(({ action }: { action: string }) => action)).toContain(
      'Notitie toegevoegd:',
    )
    expect(JSON.stringify(body.reports)).not.toContain(HANDLER)
    expect(body.mails.length).toBeGreaterThan(1)
    expect(body.mails.every(({ text }: { text: string }) => text.length > 0)).toBe(true)
    // What is said of them elsewhere is told as such: the report itself is somebody else's.
    expect(body.mentions.filter(({ signal_id }: { signal_id: number }) => signal_id === own)).toEqual([])
    expect(body.mentions.some(({ signal_id }: { signal_id: number }) => signal_id === other)).toBe(true)
  })

  describe('to have it corrected', () => {
    const correct = (changes: object) => ask('correct', { ...person, signal_count: 1, ...changes })

    it('everywhere at once', async () => {
      await plantEverywhere()
      const { status, body } = await correct({ new_email: 'jan@nieuw.example', new_phone: '0687654321' })
      expect([status, body]).toEqual([
        200,
        { signal_count: 1, reporter_count: 2, mail_count: expect.any(Number) },
      ])
      const signal = await db()
        .selectFrom('signal')
        .selectAll()
        .where('id', '=', own)
        .executeTakeFirstOrThrow()
      expect(signal).toMatchObject({
        reporter_email: 'jan@nieuw.example',
        reporter_phone: '0687654321',
        version: 2,
      })
      const stays = await db()
        .selectFrom('signal')
        .selectAll()
        .where('id', '=', other)
        .executeTakeFirstOrThrow()
      expect(stays.reporter_email).toBe(OTHER)
      const reporters = await db().selectFrom('reporter').select(['email', 'phone']).orderBy('id').execute()
      expect(reporters.map(({ email }) => email)).toEqual(['jan@nieuw.example', OTHER, 'jan@nieuw.example'])
      expect(await db().selectFrom('my_report_token').selectAll().execute()).toEqual([])
      const waiting = await db()
        .selectFrom('mail')
        .select('recipient')
        .where('state', '=', 'queued')
        .execute()
      expect(waiting.some(({ recipient }) => recipient.toLowerCase() === EMAIL)).toBe(false)
      expect(await listHistory(town.context, own)).toEqual(
        expect.arrayContaining(['reporter: emailChanged', 'reporter: phoneChanged']),
      )
    })

    it.each([
      [{}, 400],
      [{ new_email: 'jan' }, 400],
      [{ new_phone: 'bel mij' }, 400],
      [{ new_email: 'jan@nieuw.example', signal_count: 3 }, 409],
    ])('with %j it is not', async (changes, status) => {
      expect((await correct(changes)).status).toBe(status)
      const { reporter_email } = await db()
        .selectFrom('signal')
        .select('reporter_email')
        .where('id', '=', own)
        .executeTakeFirstOrThrow()
      expect(reporter_email).toBe(EMAIL)
    })
  })

  describe('to be forgotten', () => {
    const erase = (changes: object = {}) => ask('erase', { ...person, signal_count: 1, ...changes })

    it('leaves nothing of them in any table', async () => {
      await plantEverywhere()
      expect((await findEverywhere(pattern)).length).toBeGreaterThan(TEXT_PLACES.length)
      const { status, body } = await erase()
      expect(status).toBe(200)
      expect(body).toMatchObject({ signal_count: 1, reporter_count: 2, file_count: 0 })
      expect(await findEverywhere(pattern)).toEqual([])
      expect((await ask('find', person)).body).toMatchObject({
        signal_count: 0,
        reporter_count: 0,
        mail_count: 0,
        mentions: [],
        earlier: [{ action: 'person.erase', actor: 'beheerder@waterveste.example' }],
      })
    })

    it('keeps what was reported, and what belongs to others', async () => {
      await plantEverywhere()
      const facts = ['category_id', 'status_state', 'created_at', 'area_code', 'source', 'priority'] as const
      const before = await db().selectFrom('signal').select(facts).orderBy('id').execute()
      await erase()
      expect(await db().selectFrom('signal').select(facts).orderBy('id').execute()).toEqual(before)
      const [first, second] = await db().selectFrom('signal').selectAll().orderBy('id').execute()
      expect(first).toMatchObject({
        text: 'Er ligt afval. Bel [verwijderd] of [verwijderd]',
        reporter_email: null,
        reporter_phone: null,
        status_email_override: null,
        attachment_count: 0,
        version: 2,
      })
      expect(second).toMatchObject({
        text: 'De buurman ([verwijderd]) klaagt',
        reporter_email: OTHER,
        version: 2,
      })
      expect(await listHistory(town.context, own)).toContain(
        'note: Vanwege de AVG zijn de volgende gegevens van de melder geanonimiseerd: email, telefoonnummer',
      )
      expect(
        await db().selectFrom('feedback').select(['is_satisfied', 'text_list']).orderBy('id').execute(),
      ).toEqual([
        { is_satisfied: false, text_list: ['Te laat', 'Bel [verwijderd] of [verwijderd]'] },
        { is_satisfied: false, text_list: ['Te laat', 'Bel [verwijderd] of [verwijderd]'] },
      ])
      expect(await db().selectFrom('stored_filter').select('options').execute()).toEqual([
        { options: { status: ['m'] } },
      ])
      expect(town.files.get(`default/${own}.jpg`)?.toString()).toBe('photo')
      expect(
        await db()
          .selectFrom('idempotent_answer')
          .select('signal_id')
          .where('key', 'like', 'key %')
          .execute(),
      ).toEqual([{ signal_id: other }])
    })

    it('stops mail that is on its way, and keeps that there was mail', async () => {
      await plantEverywhere()
      const count = (await db().selectFrom('mail').select('id').execute()).length
      await erase()
      const mails = await db().selectFrom('mail').selectAll().execute()
      expect(mails).toHaveLength(count)
      const gone = mails.filter(({ recipient }) => recipient === 'geanonimiseerd')
      expect(gone.length).toBeGreaterThan(1)
      for (const mail of gone) expect(mail).toMatchObject({ body_text: '', body_html: '', state: 'failed' })
    })

    it('takes names out of their own reports, and photos when asked', async () => {
      await plantEverywhere()
      await db().updateTable('signal').set({ text: 'Groet, Jan Jansen' }).execute()
      const { body } = await erase({ words: ['Jan Jansen'], files: 'delete' })
      expect(body.file_count).toBe(1)
      expect(
        (await db().selectFrom('signal').select('text').orderBy('id').execute()).map(({ text }) => text),
      ).toEqual(['Groet, [verwijderd]', 'Groet, Jan Jansen'])
      expect(await db().selectFrom('attachment').select('signal_id').execute()).toEqual([
        { signal_id: other },
      ])
      expect([...town.files.keys()]).toEqual([`default/${other}.jpg`])
      expect(
        await db().selectFrom('file_to_delete').select('file_key').orderBy('file_key').execute(),
      ).toEqual([{ file_key: `default/${own}.jpg` }, { file_key: `default/${own}.klein.jpg` }])
    })

    it('by a number alone forgets the address that came with it as well', async () => {
      await db()
        .updateTable('signal')
        .set({ text: `Mail ${EMAIL}` })
        .where('id', '=', own)
        .execute()
      expect((await ask('erase', { phone: PHONE, signal_count: 1 })).status).toBe(200)
      const row = await db().selectFrom('signal').selectAll().where('id', '=', own).executeTakeFirstOrThrow()
      expect(row).toMatchObject({ reporter_email: null, reporter_phone: null, text: 'Mail [verwijderd]' })
    })

    it.each([
      [{ signal_count: 2 }, 409],
      [{ words: ['x'] }, 400],
      [{ files: 'zomaar' }, 400],
      [{ email: HANDLER, phone: undefined, signal_count: 0 }, 409],
    ])('is not done by mistake: %j', async (changes, status) => {
      const before = await db().selectFrom('signal').selectAll().orderBy('id').execute()
      expect((await erase(changes)).status).toBe(status)
      expect(await db().selectFrom('signal').selectAll().orderBy('id').execute()).toEqual(before)
    })
  })

  it('are kept account of, without the person in it', async () => {
    await ask('find', person)
    await ask('handover', person)
    await ask('erase', { ...person, signal_count: 1 })
    const { body } = await town.api.ask('GET', '/private/persons/register')
    expect(body.results.map(({ action }: { action: string }) => action)).toEqual([
      'person.erase',
      'person.handOver',
      'person.find',
    ])
    expect(body.results[0]).toMatchObject({
      actor: 'beheerder@waterveste.example',
      person: expect.stringMatching(/^[0-9a-f]{64}$/),
      detail: { reports: 1, files: 0 },
    })
    expect(new Set(body.results.map(({ person: print }: { person: string }) => print)).size).toBe(1)
    expect(mentionsPerson(JSON.stringify(body), pattern)).toBe(false)
  })

  it.each([
    ['POST', 'find', ['sia_read', 'handle_person_rights'], 400],
    ['POST', 'handover', ['sia_read', 'handle_person_rights'], 400],
    ['POST', 'correct', ['sia_write', 'handle_person_rights'], 400],
    ['POST', 'erase', ['sia_write', 'handle_person_rights'], 400],
    ['GET', 'register', ['sia_read', 'handle_person_rights'], 200],
  ] as const)('are for those who handle them: %s %s', async (method, what, needs, answer) => {
    const answers = await findRightsAnswers(town.api, town.context, {
      method,
      path: `/private/persons/${what}`,
      needs,
    })
    expect(answers).toEqual({ anonymous: 401, without: [403, 403], with: answer })
    expect((await town.api.ask(method, `/private/persons/${what}`, { as: READER })).status).toBe(403)
  })

  it('reach every column of text that there is', async () => {
    const { rows } = await database.database.pool.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_catalog.pg_attribute a
       join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'json', 'character varying', 'tsvector')
       order by 1`,
      [schema],
    )
    const reached = new Set<string>([
      ...TEXT_PLACES.flatMap(({ table, texts = [], lists = [], jsons = [] }) =>
        [...texts, ...lists, ...jsons].map((column) => `${table}.${column}`),
      ),
      ...HANDLED_APART,
    ])
    const left = rows.map(({ name }) => name).filter((name) => !reached.has(name) && !isWithoutPersons(name))
    expect(left).toEqual([])
  })
})

/** What a municipality sets up and what its employees are called; codes; keys of files; prints. */
const WITHOUT_PERSONS = [
  /^(app_user|employee_session|area|area_type|category|classification_model|department|expression|expression_context)\./,
  /^(expression_type|mail_template|mail_template_translation|permission|question|reference_version|role|service_level_objective|setting)\./,
  /^(prepared_change|question_draft|question_version|suggestion_report|user_preference)\./,
  /^(signal\.cause|signal_relation\.(kind|state_before)|bulk_change(_item)?\.state)$/,
  /^(source|standard_answer|standard_answer_topic|status_message|status_message_template|translation_file)\./,
  // Kept for an hour or two; forgotten with the address that it tells.
  /^signal_before\./,
  /\.(created_by|deleted_by|actor|status_user|assigned_user_email|\w+_created_by)$/,
  /^(attachment|file_to_delete)\.(file_key|thumbnail_key|mimetype|scan_state)$/,
  /^signal\.(area_code|area_name|area_type_code|buurt_code|feedback_state|handling_message|postcode|priority)$/,
  /^signal\.(reporter_language|source|stadsdeel|status_state|status_target_api|type_code)$/,
  /^(signal_history\.kind|reporter\.state|mail\.(cause|state|template_key|unsubscribe_url)|deleted_signal\.(action|signal_state))$/,
  /^(audit_log\.(action|object_id|object_type)|object_history\.(action|object_type)|task_run\.(outcome|task))$/,
  /^(subscription\.(language|pace|stop_token)|public_map_signal\.reference|public_figures\.figures)$/,
  /^(qa_question\.(additional_validation|analysis_key|field_type|retrieval_key)|qa_questionnaire\.flow)$/,
]

function isWithoutPersons(name: string): boolean {
  return WITHOUT_PERSONS.some((pattern) => pattern.test(name))
}
