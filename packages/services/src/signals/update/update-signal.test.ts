import { describeEachDatabase, listHistory, loadConfiguration } from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  categoryAddress,
  HANDLER,
  makeSignal,
  OTHER_HANDLER,
  openTown,
  READER,
  type TestTown,
} from '../test-town.ts'

const email = 'melder@voorbeeld.example'

describeEachDatabase('changing a report', (database) => {
  let town: TestTown
  let id: number

  beforeEach(async () => {
    town = await openTown(database)
    id = await makeSignal(town, { reporter: { email } })
  })

  const change = (body: object, as?: string) => town.api.ask('PATCH', `/private/signals/${id}`, { body, as })
  const getRow = (of = id) =>
    town.context.db.kysely.selectFrom('signal').selectAll().where('id', '=', of).executeTakeFirstOrThrow()
  const findDepartment = async (code: string) =>
    (
      await town.context.db.kysely
        .selectFrom('department')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id

  it('carries out all parts of a request, in their order, as one change', async () => {
    town.clock.advance({ hours: 1 })
    const answer = await change(
      {
        assigned_user_email: HANDLER,
        routing_departments: [{ id: await findDepartment('STW') }],
        notes: [{ text: ' gebeld ' }, { text: 'wordt niet gehoord' }],
        type: { code: 'REQ' },
        priority: { priority: 'low' },
        category: { sub_category: categoryAddress('wegen', 'lantaarnpaal'), text: 'Toch een lamp' },
        status: { state: 'b', text: 'Bezig' },
        location: { geometrie: { type: 'Point', coordinates: [4.95, 52.35] } },
      },
      HANDLER,
    )
    // Where it goes, the one who sent it there sees it no longer; but still what they made of it.
    expect([answer.status, answer.body.status.state]).toEqual([200, 'b'])
    expect((await change({}, HANDLER)).status).toBe(403)
    expect(await getRow()).toMatchObject({
      version: 2,
      updated_at: town.clock.now(),
      status_state: 'b',
      status_user: HANDLER,
      category_text: 'Toch een lamp',
      // Twenty-one days from when it was made, not from when it was changed.
      deadline: new Date('2026-12-15T10:00:00Z'),
      area_code: 'O',
      priority: 'low',
      type_code: 'REQ',
      assigned_user_email: HANDLER,
      routing_department_ids: [await findDepartment('STW')],
    })
    expect((await listHistory(town.context, id)).slice(7)).toEqual([
      'location',
      'status: b: Bezig',
      'category',
      'priority',
      'note: gebeld',
      'type',
      'routing',
      'user',
    ])
  })

  it('changes nothing when one part is wrong', async () => {
    const before = await getRow()
    for (const wrong of [
      { status: { state: 'zzz' } },
      { status: { state: 'sent' } },
      { assigned_user_email: 'niemand@waterveste.example' },
      { directing_departments: [] },
      { routing_departments: [{ id: 999 }] },
      { location: { geometrie: { type: 'Point', coordinates: [0, 0] } } },
      { location: {} },
      { category: { sub_category: 'nergens' } },
      { notes: [{ text: '' }] },
      { status: { state: 'b', text: 'x'.repeat(10_001) } },
    ]) {
      const answer = await change({
        notes: [{ text: 'mag niet blijven' }],
        priority: { priority: 'high' },
        ...wrong,
      })
      expect([wrong, answer.status]).toEqual([wrong, 400])
    }
    expect(await getRow()).toEqual(before)
    expect(await listHistory(town.context, id)).toHaveLength(7)
  })

  it('changes nothing when one part is not allowed', async () => {
    await loadConfiguration(town.context, {
      users: [{ email: READER, departments: ['AFV'], permissions: ['sia_read', 'sia_write'] }],
    })
    expect((await change({ priority: { priority: 'high' } }, READER)).status).toBe(200)
    for (const part of [
      { status: { state: 'b' } },
      { notes: [{ text: 'x' }] },
      { category: { sub_category: categoryAddress('afval', 'prullenbak') } },
    ]) {
      expect((await change({ priority: { priority: 'low' }, ...part }, READER)).status).toBe(403)
    }
    expect((await getRow()).priority).toBe('high')
    expect((await change({}, OTHER_HANDLER)).status).toBe(403)
    expect((await town.api.ask('PATCH', '/private/signals/999999', { body: {} })).status).toBe(404)
    expect((await town.api.ask('PATCH', '/private/signals/x', { body: {} })).status).toBe(404)
  })

  it('lets nobody tell by hand what another system did, but who speaks for it', async () => {
    const setState = (state: string) =>
      town.context.db.kysely.updateTable('signal').set({ status_state: state }).where('id', '=', id).execute()
    const tries = [
      ['ready to send', 'sent'],
      ['ready to send', 'send failed'],
      ['sent', 'done external'],
      ['o', 'reopen requested'],
    ] as const
    for (const [from, to] of tries) {
      await setState(from)
      const answer = await change({ status: { state: to, text: 'x' } }, HANDLER)
      expect([to, answer.status, Object.keys(answer.body)]).toEqual([to, 403, ['state']])
      expect((await getRow()).status_state).toBe(from)
    }
    await loadConfiguration(town.context, {
      users: [
        {
          email: HANDLER,
          departments: ['AFV'],
          permissions: ['sia_read', 'sia_write', 'sia_signal_change_status', 'perform_sigmax_updates'],
        },
      ],
    })
    await setState('sent')
    const answer = await change({ status: { state: 'done external', text: 'Klaar' } }, HANDLER)
    expect([answer.status, answer.body.status?.state]).toEqual([200, 'done external'])
  })

  it('keeps what reporters sent, whatever is asked', async () => {
    const before = await getRow()
    const answer = await change({
      text: 'anders',
      source: 'Telefoon',
      reporter: { email: 'x@y.example' },
      incident_date_start: null,
    })
    expect(answer.status).toBe(200)
    expect(await getRow()).toEqual(before)
  })

  describe('by two people at once', () => {
    it('loses nothing', async () => {
      const notes = Array.from({ length: 6 }, (_, index) => change({ notes: [{ text: `notitie ${index}` }] }))
      expect((await Promise.all(notes)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
      expect((await getRow()).version).toBe(7)
      expect((await town.api.ask('GET', `/private/signals/${id}`)).body.notes).toHaveLength(7)
    })

    it('is refused to who saw an older version and says so', async () => {
      const seen = (await town.api.ask('GET', `/private/signals/${id}`)).headers.etag as string
      const patch = (headers: Record<string, string>) =>
        town.api.app.inject({
          method: 'PATCH',
          url: `/signals/v1/private/signals/${id}`,
          headers: { host: 'localhost', authorization: 'Bearer beheerder@waterveste.example', ...headers },
          payload: { priority: { priority: 'high' } },
        })
      expect((await patch({ 'if-match': seen })).headers.etag).toBe('"2"')
      expect((await patch({ 'if-match': seen })).statusCode).toBe(412)
      expect((await patch({ 'if-match': '*' })).statusCode).toBe(200)
      expect((await patch({ 'if-match': 'nonsense' })).statusCode).toBe(412)
    })
  })

  describe('status', () => {
    it('that closes a whole cancels its open parts', async () => {
      const parts = []
      for (let made = 0; made < 3; made++) parts.push(await makeSignal(town, { parent: id }))
      await town.api.ask('PATCH', `/private/signals/${parts[0]}`, {
        body: { status: { state: 'o', text: 'Klaar' } },
      })
      expect((await change({ status: { state: 'o', text: 'Opgehaald' } })).status).toBe(200)
      const states = await Promise.all(parts.map(async (part) => (await getRow(part)).status_state))
      expect(states).toEqual(['o', 'a', 'a'])
      expect(await getRow(parts[1] ?? 0)).toMatchObject({
        status_text: 'Hoofdmelding is afgehandeld',
        status_user: null,
        version: 2,
      })
      expect((await listHistory(town.context, parts[1] ?? 0)).at(-1)).toBe(
        'status: a: Hoofdmelding is afgehandeld',
      )
    })

    it('is mailed in the same transaction', async () => {
      await change({ status: { state: 'o', text: 'Opgehaald' } })
      const mails = await town.context.db.kysely
        .selectFrom('mail')
        .select(['template_key', 'state'])
        .orderBy('id')
        .execute()
      expect(mails.map(({ template_key }) => template_key)).toEqual([
        'signal_created',
        'signal_status_changed_afgehandeld',
      ])
      expect((await getRow()).feedback_state).toBe('not_received')
    })

    it('that pushes to CityControl is for who may', async () => {
      const push = { status: { state: 'ready to send', target_api: 'sigmax' } }
      expect((await change(push, HANDLER)).body).toEqual({ state: expect.any(String) })
      expect((await change(push)).status).toBe(200)
    })
  })

  describe('category', () => {
    it('takes the report from whoever had it', async () => {
      await change({ routing_departments: [{ id: await findDepartment('STW') }] })
      await change({ assigned_user_email: HANDLER })
      await change({ category: { sub_category: categoryAddress('afval', 'prullenbak') } })
      expect(await getRow()).toMatchObject({
        routing_department_ids: null,
        assigned_user_id: null,
        assigned_user_email: null,
        deadline: null,
      })
    })

    it('that it has already changes nothing', async () => {
      await change({ assigned_user_email: HANDLER })
      const before = await getRow()
      await change({ category: { sub_category: categoryAddress('afval', 'grofvuil'), text: 'nog eens' } })
      expect(await getRow()).toEqual(before)
    })

    it('asks the routing rules again where the municipality wishes it', async () => {
      town = await openTown(database, { routeAgainOnUpdate: true })
      await loadConfiguration(town.context, {
        expressionTypes: [{ name: 'routing' }],
        expressions: [{ name: 'lampen', type: 'routing', code: 'sub == "Lantaarnpaal"' }],
        routingExpressions: [
          { expression: 'lampen', department: 'VTH', user: null, order: 0, isActive: true },
        ],
      })
      id = await makeSignal(town)
      expect((await getRow()).routing_department_ids).toBeNull()
      await change({ category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') } })
      expect((await getRow()).routing_department_ids).toEqual([await findDepartment('VTH')])
    })
  })

  it('of department leaves the person who had it there', async () => {
    const [first, second] = [await findDepartment('STW'), await findDepartment('AFV')]
    await change({ assigned_user_email: HANDLER })
    await change({ routing_departments: [{ id: first }] })
    // Nobody's department before: the person stays.
    expect((await getRow()).assigned_user_email).toBe(HANDLER)
    await change({ routing_departments: [{ id: second }, { id: first }] })
    expect(await getRow()).toMatchObject({
      assigned_user_email: null,
      routing_department_ids: [second, first],
    })
    const cleared = await change({ routing_departments: null })
    expect(cleared.body.routing_departments).toEqual([])
    expect((await change({ assigned_user_email: null })).body.assigned_user_email).toBeNull()
  })

  it('of directing departments is for wholes', async () => {
    await makeSignal(town, { parent: id })
    expect('directing_departments' in (await town.api.ask('GET', `/private/signals/${id}`)).body).toBe(false)
    const answer = await change({ directing_departments: [{ id: await findDepartment('VTH') }] })
    expect(answer.body.directing_departments).toMatchObject([{ code: 'VTH' }])
    expect((await change({ directing_departments: [] })).body.directing_departments).toEqual([])
  })

  it('refuses what is no change at all, and never falls over', async () => {
    for (const body of [
      [],
      { status: [] },
      { notes: {} },
      { location: 'x' },
      { priority: 'x' },
      { type: { code: 1 } },
    ]) {
      expect([body, (await change(body as object)).status]).toEqual([body, 400])
    }
    expect((await change({ notes: [] })).status).toBe(200)
    // Clients have always been able to leave the text out, though not to leave it empty.
    const [newest] = (await change({ notes: [{}] })).body.notes
    expect(newest).toEqual({ text: '', created_by: expect.any(String) })
  })
})
