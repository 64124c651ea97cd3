import { describeEachDatabase, listHistory } from '@signalen/testkit'
import fc from 'fast-check'
import pg from 'pg'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { checkStoredAddress } from '../../geocoding/check-stored-address.ts'
import { createQuestionnaire } from '../../questionnaires/create-questionnaire.ts'
import {
  categoryAddress,
  HANDLER,
  makeSignal,
  OTHER_HANDLER,
  openTown,
  report,
  type TestTown,
} from '../test-town.ts'

const email = 'melder@voorbeeld.example'

describeEachDatabase('making reports', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const post = (body: object, headers: Record<string, string> = {}) =>
    town.api.app.inject({
      method: 'POST',
      url: '/signals/v1/public/signals',
      headers: { host: 'localhost', ...headers },
      payload: body,
    })

  async function count(table: 'signal' | 'signal_history' | 'reporter' | 'mail' | 'idempotent_answer') {
    return (await town.context.db.kysely.selectFrom(table).selectAll().execute()).length
  }

  const getRow = (id: number) =>
    town.context.db.kysely.selectFrom('signal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  describe('by the public form', () => {
    it('keeps all that was sent and derives the rest', async () => {
      const answer = await post(
        report({
          text: '  Bankstel  ',
          reporter: { email, phone: '', sharing_allowed: true },
          location: {
            geometrie: { type: 'Point', coordinates: [4.95, 52.35] },
            address: {
              openbare_ruimte: 'Kerkweg',
              huisnummer: 7,
              postcode: '1111AA',
              woonplaats: 'Waterveste',
            },
          },
        }),
      )
      expect(answer.statusCode).toBe(201)
      expect(answer.json()).toMatchObject({ status: { state: 'OPEN' }, incident_date_end: null })
      expect(await getRow(answer.json().id)).toMatchObject({
        text: 'Bankstel',
        source: 'online',
        status_state: 'm',
        status_user: null,
        area_type_code: 'district',
        area_code: 'O',
        address_text: 'Kerkweg 7 1111AA Waterveste',
        postcode: '1111AA',
        handling_message: 'Wij komen binnen 3 werkdagen.',
        // Three working days from Tuesday.
        deadline: new Date('2026-11-27T10:00:00Z'),
        deadline_factor_3: new Date('2026-12-07T10:00:00Z'),
        reporter_email: email,
        reporter_phone: null,
        priority: 'normal',
        type_code: 'SIG',
        version: 1,
      })
      expect(await listHistory(town.context, answer.json().id)).toEqual([
        'location',
        'status: m',
        'sla',
        'category',
        'priority',
        'type',
        'note: Automatische e-mail bij registratie van de melding is verzonden aan de melder.',
      ])
      expect(await count('mail')).toBe(1)
    })

    it('names the rows of the history that hold its place and status', async () => {
      const { id } = (await post(report())).json()
      const row = await getRow(id)
      const parts = await town.context.db.kysely
        .selectFrom('signal_history')
        .select(['id', 'kind'])
        .where('signal_id', '=', id)
        .orderBy('id')
        .execute()
      expect(parts.find(({ kind }) => kind === 'location')?.id).toBe(row.location_id)
      expect(parts.find(({ kind }) => kind === 'status')?.id).toBe(row.status_id)
    })

    it('may be of a category that is no longer used, as forms may still hold its address', async () => {
      const { results } = (await town.api.ask('GET', '/private/categories')).body
      const { id } = results.find(({ slug }: { slug: string }) => slug === 'grofvuil')
      await town.api.ask('PATCH', `/private/categories/${id}`, { body: { is_active: false } })
      expect((await post(report())).statusCode).toBe(201)
    })

    it.each<[string, object, string[]]>([
      ['nothing at all', {}, ['category', 'incident_date_start', 'location', 'reporter', 'text']],
      ['a status', report({ status: { state: 'o' } }), ['non_field_errors']],
      ['an inactive source', report({ source: 'Fax' }), ['source']],
      ['a source of staff', report({ source: 'Telefoon' }), ['source']],
      ['blanks for text', report({ text: '   ' }), ['text']],
      ['3,001 characters', report({ text: 'a'.repeat(3001) }), ['text']],
      ['NUL', report({ text: 'a\0b' }), ['text']],
      ['answers that are none', report({ extra_properties: [{ id: 'x' }] }), ['extra_properties']],
      [
        'a main category',
        report({ category: { sub_category: '/signals/v1/public/terms/categories/afval' } }),
        ['category'],
      ],
      ['two categories', report({ category: { sub_category: 'x', category_url: 'y' } }), ['category']],
      [
        'a day that does not exist',
        report({ incident_date_start: '2026-02-30T10:00' }),
        ['incident_date_start'],
      ],
      ['a telephone number of a page', report({ reporter: { phone: '1'.repeat(18) } }), ['reporter']],
      [
        'a place in the sea',
        report({ location: { geometrie: { type: 'Point', coordinates: [0, 0] } } }),
        ['location'],
      ],
      [
        'a line for a place',
        report({ location: { geometrie: { type: 'LineString', coordinates: [] } } }),
        ['location'],
      ],
    ])('refuses %s, naming the field, and keeps nothing', async (_, body, fields) => {
      const answer = await post(body)
      expect(answer.statusCode).toBe(400)
      expect(Object.keys(answer.json()).sort()).toEqual(fields)
      expect([
        await count('signal'),
        await count('signal_history'),
        await count('idempotent_answer'),
      ]).toEqual([0, 0, 0])
    })

    it('names everything that is wrong at once', async () => {
      const answer = await post(
        report({
          category: { sub_category: categoryAddress('afval', 'nee') },
          location: { geometrie: { type: 'Point', coordinates: [0, 0] } },
          extra_properties: {},
        }),
      )
      expect(Object.keys(answer.json()).sort()).toEqual(['category', 'extra_properties', 'location'])
    })

    it('reads a place and a time in every way that they are written', async () => {
      const answer = await post(
        report({
          location: { geometrie: 'SRID=4326;POINT (4.85 52.35)' },
          incident_date_start: '2026-11-24T09:00',
        }),
      )
      expect(await getRow(answer.json().id)).toMatchObject({
        area_code: 'W',
        incident_date_start: new Date('2026-11-24T08:00:00Z'),
      })
    })

    it('keeps all or nothing when what follows fails', async () => {
      const enqueue = vi.spyOn(town.context.jobs, 'enqueue').mockRejectedValue(new Error('no queue'))
      const answer = await post(report({ reporter: { email } }))
      enqueue.mockRestore()
      expect(answer.statusCode).toBe(500)
      expect([
        await count('signal'),
        await count('reporter'),
        await count('mail'),
        await count('idempotent_answer'),
      ]).toEqual([0, 0, 0, 0])
    })

    it('takes any JSON without falling over', async () => {
      const part = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(report())))
      const key = fc.constantFrom(
        'text',
        'location',
        'category',
        'reporter',
        'incident_date_start',
        'extra_properties',
        'source',
      )
      await fc.assert(
        fc.asyncProperty(fc.dictionary(key, part), async (changes) => {
          const answer = await post({ ...report(), ...changes })
          expect([201, 400]).toContain(answer.statusCode)
        }),
        { numRuns: 60 },
      )
    }, 60_000)
  })

  describe('after a questionnaire', () => {
    const uuid = '3f0c3b8e-0f0e-4a52-9d0e-1f2a3b4c5d6e'

    async function fillIn(changes: { frozen?: boolean; submit_before?: Date } = {}) {
      const { context } = town
      const questionnaireId = await createQuestionnaire(context, {
        name: 'Extra vragen',
        description: '',
        flow: 'EXTRA_PROPERTIES',
        explanation: { title: null, sections: [] },
        questions: [
          {
            analysisKey: 'kleur',
            label: 'Welke kleur?',
            shortLabel: 'Kleur',
            fieldType: 'plain_text',
            required: true,
          },
        ],
      } as never)
      const session = await context.db.kysely
        .insertInto('qa_session')
        .values({
          uuid,
          questionnaire_id: questionnaireId,
          frozen: true,
          created_at: town.clock.now(),
          signal_id: null,
          status_history_id: null,
          location_history_id: null,
          submit_before: null,
          duration_seconds: null,
          started_at: town.clock.now(),
          ...changes,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const question = await context.db.kysely
        .selectFrom('qa_question')
        .select('id')
        .executeTakeFirstOrThrow()
      for (const payload of ['rood', 'groen']) {
        await context.db.kysely
          .insertInto('qa_answer')
          .values({
            session_id: session.id,
            question_id: question.id,
            payload: JSON.stringify(payload),
            created_at: town.clock.now(),
          })
          .execute()
      }
    }

    /** Somebody went back and was led another way: what was said on the first way is still there. */
    async function answerNothingAsked() {
      const { context } = town
      const question = await context.db.kysely
        .insertInto('qa_question')
        .values({
          uuid: '9d0e1f2a-0f0e-4a52-9d0e-3f0c3b8e1f2a',
          retrieval_key: null,
          analysis_key: 'maat',
          label: 'Welke maat?',
          short_label: 'Maat',
          field_type: 'plain_text',
          required: false,
          multiple_answers_allowed: false,
          additional_validation: null,
          extra_properties: null,
          created_at: town.clock.now(),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const { id: session_id } = await context.db.kysely
        .selectFrom('qa_session')
        .select('id')
        .where('uuid', '=', uuid)
        .executeTakeFirstOrThrow()
      await context.db.kysely
        .insertInto('qa_answer')
        .values({ session_id, question_id: question.id, payload: '"groot"', created_at: town.clock.now() })
        .execute()
    }

    it('takes its answers along, once', async () => {
      await fillIn()
      await answerNothingAsked()
      const { id } = (await post(report({ session: uuid, extra_properties: [] }))).json()
      expect((await getRow(id)).extra_properties).toEqual([
        {
          id: 'kleur',
          label: 'Kleur',
          answer: 'groen',
          category_url: '/signals/v1/public/terms/categories/afval/sub_categories/grofvuil',
        },
      ])
      expect((await post(report({ session: uuid }))).json()).toEqual({ session: ['Session already used'] })
      const twice = await town.api.ask('POST', '/private/signals', { body: [report({ session: uuid })] })
      expect(twice.body).toEqual([{ session: ['Session already used'] }])
    })

    it('asks that it is there, finished, and in time', async () => {
      expect((await post(report({ session: uuid }))).json()).toEqual({
        session: [expect.stringContaining('does not exist')],
      })
      await fillIn({ frozen: false })
      expect((await post(report({ session: uuid }))).json()).toEqual({ session: ['Session not frozen'] })
      await town.context.db.kysely
        .updateTable('qa_session')
        .set({ submit_before: new Date('2026-11-01T00:00:00Z') })
        .execute()
      expect((await post(report({ session: uuid }))).json()).toEqual({ session: ['Session expired'] })
      expect(await count('signal')).toBe(0)
    })
  })

  describe('sent again', () => {
    it('gives the first answer within two minutes, and makes another one after', async () => {
      const body = report()
      const first = await post(body)
      town.clock.advance({ minutes: 1 })
      const again = await post(body)
      expect(again.statusCode).toBe(201)
      expect(again.json()).toEqual(first.json())
      town.clock.advance({ minutes: 2 })
      expect((await post(body)).json().id).not.toBe(first.json().id)
      expect(await count('signal')).toBe(2)
    })

    it('at the same moment makes one', async () => {
      const body = report({ reporter: { email } })
      const answers = await Promise.all([1, 2, 3, 4].map(() => post(body)))
      expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1)
      expect([await count('signal'), await count('mail')]).toEqual([1, 1])
    })

    it('by someone else makes another one', async () => {
      const body = report()
      await town.api.app.inject({
        method: 'POST',
        url: '/signals/v1/public/signals',
        payload: body,
        remoteAddress: '10.0.0.1',
      })
      await town.api.app.inject({
        method: 'POST',
        url: '/signals/v1/public/signals',
        payload: body,
        remoteAddress: '10.0.0.2',
      })
      expect(await count('signal')).toBe(2)
    })

    it('under a key of its own holds for a day, and for that request only', async () => {
      const body = report()
      const headers = { 'idempotency-key': 'c0ffee' }
      const first = await post(body, headers)
      town.clock.advance({ hours: 5 })
      expect((await post(body, headers)).json()).toEqual(first.json())
      expect((await post(report(), headers)).statusCode).toBe(409)
      expect((await post(body, { 'idempotency-key': 'another' })).json().id).not.toBe(first.json().id)
      expect((await post(body, { 'idempotency-key': 'not a key' })).statusCode).toBe(400)
    })

    it('keeps neither the address of the client nor what was sent', async () => {
      await town.api.app.inject({
        method: 'POST',
        url: '/signals/v1/public/signals',
        payload: report(),
        remoteAddress: '10.9.8.7',
      })
      const [row] = await town.context.db.kysely.selectFrom('idempotent_answer').selectAll().execute()
      expect(JSON.stringify(row)).not.toMatch(/10\.9\.8\.7|bankstel/)
    })
  })

  describe('by staff', () => {
    it('bears their name and what they choose', async () => {
      const id = await makeSignal(
        town,
        {
          source: 'telefoon',
          priority: { priority: 'high' },
          type: { code: 'COM' },
          operational_date: '2026-11-25T00:00:00Z',
        },
        { as: HANDLER },
      )
      expect(await getRow(id)).toMatchObject({
        source: 'Telefoon',
        status_user: HANDLER,
        location_created_by: HANDLER,
        category_created_by: HANDLER,
        priority: 'high',
        priority_created_by: HANDLER,
        type_code: 'COM',
      })
    })

    it.each([
      ['status', 'status'],
      ['directing_departments', 'directing_departments_assignment'],
      ['routing_departments', 'routing_assignment'],
      ['notes', 'notes'],
      ['assigned_user_email', 'assigned_user_email'],
    ])('cannot be given %s at birth', async (field, key) => {
      const answer = await town.api.ask('POST', '/private/signals', { body: report({ [field]: null }) })
      expect([answer.status, Object.keys(answer.body)]).toEqual([400, [key]])
    })

    it('is internal when the reporter is of the house', async () => {
      town = await openTown(database, { internalSourceByReporterDomain: ['waterveste.example'] })
      const answer = await post(report({ reporter: { email: 'collega@waterveste.example' } }))
      expect((await getRow(answer.json().id)).source).toBe('Interne melding')
      const other = await post(report({ reporter: { email: 'x@nietwaterveste.example' } }))
      expect((await getRow(other.json().id)).source).toBe('online')
    })

    it('asks the register for the address, once the report is there', async () => {
      town = await openTown(database)
      const asked = vi.spyOn(town.context.geocoder, 'check').mockResolvedValue({
        id: 'x',
        display: 'Kerkweg 7',
        address: { openbare_ruimte: 'Kerkweg', huisnummer: 7, postcode: '1111AA', woonplaats: 'Waterveste' },
        point: { longitude: 4.85, latitude: 52.35 },
      })
      const location = {
        geometrie: { type: 'Point', coordinates: [4.85, 52.35] },
        address: { openbare_ruimte: 'kerkweg', huisnummer: '7' },
      }
      const id = await makeSignal(town, { location })
      expect(asked).not.toHaveBeenCalled()
      expect(await getRow(id)).toMatchObject({ bag_validated: false, address_text: 'kerkweg 7' })
      expect(town.jobs).toContainEqual({
        name: 'address.check',
        data: { signalId: id },
        key: `address/${id}`,
      })
      await checkStoredAddress(town.context, id)
      await checkStoredAddress(town.context, id)
      expect(asked).toHaveBeenCalledTimes(1)
      expect(await getRow(id)).toMatchObject({
        bag_validated: true,
        address_text: 'Kerkweg 7 1111AA Waterveste',
        location_extra_properties: { original_address: { openbare_ruimte: 'kerkweg', huisnummer: '7' } },
      })
      asked.mockRejectedValue(new Error('away'))
      await expect(checkStoredAddress(town.context, await makeSignal(town, { location }))).rejects.toThrow()
    })

    it('is refused where addresses must be known, each beside its signal', async () => {
      town = await openTown(database, { addressCheck: 'require' })
      vi.spyOn(town.context.geocoder, 'check').mockResolvedValue('unknown')
      const parent = await makeSignal(town)
      const address = { openbare_ruimte: 'Nergensweg', huisnummer: '9' }
      const location = { geometrie: { type: 'Point', coordinates: [4.85, 52.35] }, address }
      const refused = { location: { location: ['Niet-bestaand adres.'] } }
      const post = (body: object) => town.api.ask('POST', '/private/signals', { body })
      expect(await post(report({ location }))).toMatchObject({ status: 400, body: refused })
      expect(await post([report({ parent }), report({ parent, location })])).toMatchObject({
        status: 400,
        body: [{}, refused],
      })
    })
  })

  describe('splitting', () => {
    const child = (parent: number, changes: object = {}) => report({ parent, ...changes })
    const split = (bodies: object[], as?: string) =>
      town.api.ask('POST', '/private/signals', { body: bodies, as })

    it('makes parts that know their whole', async () => {
      const parent = await makeSignal(town, { reporter: { email } })
      const answer = await split([child(parent), child(parent, { source: 'Telefoon', reporter: { email } })])
      expect(answer.body).toMatchObject([
        { has_parent: true, source: 'Interne melding' },
        { has_parent: true, source: 'Interne melding' },
      ])
      expect(await getRow(parent)).toMatchObject({ child_count: 2, version: 2 })
      expect((await listHistory(town.context, parent)).slice(-2)).toEqual(['child', 'child'])
      // The reporter knows of the whole; its parts are no business of theirs.
      expect(await count('mail')).toBe(1)
    })

    it('is whole or not at all', async () => {
      const parent = await makeSignal(town)
      const answer = await split([child(parent), child(parent, { text: '' }), child(parent)])
      expect([answer.status, answer.body[1]]).toEqual([400, { text: ['Dit veld mag niet leeg zijn.'] }])
      const bad = await split([child(parent), child(parent, { category: { sub_category: 'x' } })])
      expect([bad.status, bad.body[0], Object.keys(bad.body[1])]).toEqual([400, {}, ['category']])
      expect(await count('signal')).toBe(1)
      expect((await getRow(parent)).child_count).toBe(0)
    })

    it('goes one level deep and ten wide', async () => {
      const parent = await makeSignal(town)
      const made = await split([child(parent)])
      expect((await split([child(made.body[0].id)])).status).toBe(400)
      expect((await town.api.ask('POST', '/private/signals', { body: child(made.body[0].id) })).status).toBe(
        400,
      )
      expect((await split(Array.from({ length: 10 }, () => child(parent)))).status).toBe(400)
      expect((await split(Array.from({ length: 9 }, () => child(parent)))).status).toBe(201)
      expect((await split([child(parent)])).status).toBe(400)
      expect((await split(Array.from({ length: 11 }, () => report()))).status).toBe(400)
      const other = await makeSignal(town)
      expect((await split([child(parent), child(other)])).status).toBe(400)
      expect((await split([child(other), report()])).status).toBe(400)
      expect((await split([child(999_999)])).body).toMatchObject([{ parent: [expect.any(String)] }])
    })

    it('never makes more than ten parts, whoever splits at the same moment', async () => {
      const parent = await makeSignal(town)
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => split([child(parent), child(parent), child(parent)])),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
      expect((await getRow(parent)).child_count).toBe(9)
      expect(await count('signal')).toBe(10)
    })

    it('makes no more parts than the municipality wants', async () => {
      town = await openTown(database, { maximumChildren: 1 })
      const parent = await makeSignal(town)
      expect((await split([child(parent), child(parent)])).status).toBe(400)
      expect((await split([child(parent)])).status).toBe(201)
      expect((await split([child(parent)])).status).toBe(400)
    })

    it('is for who may split and sees the report', async () => {
      const parent = await makeSignal(town)
      expect((await split([child(parent)], HANDLER)).status).toBe(201)
      expect((await split([child(parent)], OTHER_HANDLER)).status).toBe(403)
      await town.context.db.kysely
        .deleteFrom('user_permission')
        .where('permission_id', 'in', (eb) =>
          eb.selectFrom('permission').select('id').where('codename', '=', 'sia_split'),
        )
        .execute()
      expect((await split([child(parent)], HANDLER)).status).toBe(403)
    })
  })

  it('takes as many statements for ten as for one', async () => {
    const bodies = (number: number) => Array.from({ length: number }, () => report())
    await town.api.ask('POST', '/private/signals', { body: bodies(1) })
    const counts: number[] = []
    for (const number of [2, 10]) {
      const query = vi.spyOn(pg.Client.prototype, 'query')
      await town.api.ask('POST', '/private/signals', { body: bodies(number) })
      counts.push(query.mock.calls.length)
      query.mockRestore()
    }
    // Routing rules are asked for each; there are none here, and asking whether there are is one question.
    expect(counts[1] ?? 0).toBeLessThanOrEqual((counts[0] ?? 0) + 8)
    expect(counts[0] ?? 0).toBeLessThanOrEqual(24)
  })
})
