import { Readable } from 'node:stream'
import {
  buildFeedbackForm,
  describeEachDatabase,
  openTestExportStore,
  parseCsv,
  parseCsvRecords,
  type TestExportStore,
} from '@signalen/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { categoryAddress, HANDLER, makeSignal, openTown, type TestTown } from '../signals/test-town.ts'
import { exportCsv } from './export-csv.ts'

const email = 'melder@voorbeeld.example'
const ADDRESS = {
  openbare_ruimte: 'Kerkweg',
  huisnummer: 7,
  huisletter: 'a',
  huisnummer_toevoeging: '2',
  postcode: '1111AA',
  woonplaats: 'Waterveste',
}
const ANSWERS = [
  { id: 'extra_soort', label: 'Wat, precies?', answer: 'Een "bank"', category_url: '/afval/grofvuil' },
]

describeEachDatabase('the export for the data warehouse', (database) => {
  let town: TestTown
  let store: TestExportStore

  beforeEach(async () => {
    town = await openTown(database)
    store = await openTestExportStore()
  })
  afterEach(() => store.remove())

  const makeExport = () => exportCsv({ ...town.context, exportStore: store })
  const patch = async (id: number, body: object, as?: string) => {
    const { status, body: answer } = await town.api.ask('PATCH', `/private/signals/${id}`, { body, as })
    if (status !== 200) throw new Error(JSON.stringify(answer))
  }
  const findDepartment = async (code: string) =>
    (
      await town.context.db.kysely
        .selectFrom('department')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id

  async function readFiles(): Promise<Record<string, Record<string, string>[]>> {
    const name = (await store.names()).find((candidate) => candidate.endsWith('.zip'))
    const texts = await store.unpack(name ?? '')
    return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, parseCsvRecords(text)]))
  }

  async function historyIds(signalId: number): Promise<Record<string, string[]>> {
    const rows = await town.context.db.kysely
      .selectFrom('signal_history')
      .select(['id', 'kind'])
      .where('signal_id', '=', signalId)
      .orderBy('id')
      .execute()
    const byKind = Map.groupBy(rows, ({ kind }) => kind)
    return Object.fromEntries([...byKind].map(([kind, own]) => [kind, own.map(({ id }) => String(id))]))
  }

  it('has every file with its columns in their order, also when there is nothing to tell', async () => {
    expect(await makeExport()).toEqual({ files: 12, removed: 0 })
    expect(await store.names()).toEqual(
      [
        ...Object.keys(COLUMNS).map((file) => `2026/11/24/100000UTC_${file}`),
        '2026/11/24/20261124_100000UTC.zip',
      ].toSorted(),
    )
    const texts = await store.unpack('2026/11/24/20261124_100000UTC.zip')
    expect(
      Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, parseCsv(text)[0]])),
    ).toEqual(COLUMNS)
  })

  describe('of a report with a story', () => {
    let id: number
    let ids: Record<string, string[]>
    let files: Record<string, Record<string, string>[]>

    beforeEach(async () => {
      const made = await town.api.app.inject({
        method: 'POST',
        url: '/signals/v1/public/signals',
        headers: { host: 'localhost' },
        payload: {
          text: 'Bankstel, "oud",\nop de stoep',
          text_extra: 'en een stoel',
          location: { geometrie: { type: 'Point', coordinates: [4.85, 52.35] }, address: ADDRESS },
          category: { sub_category: categoryAddress('afval', 'grofvuil') },
          reporter: { email, phone: '0612345678' },
          incident_date_start: '2026-11-24T09:00:00.25+01:00',
          extra_properties: ANSWERS,
        },
      })
      expect(made.statusCode).toBe(201)
      id = made.json().id
      town.clock.advance({ hours: 1 })
      await patch(id, {
        status: { state: 'b', text: 'Bezig; bel, a.u.b.' },
        priority: { priority: 'high' },
        type: { code: 'REQ' },
        notes: [{ text: 'Gebeld:\r\n"ja"' }],
        location: { geometrie: { type: 'Point', coordinates: [4.95, 52.36] } },
        category: { sub_category: categoryAddress('wegen', 'lantaarnpaal'), text: 'Toch een lamp' },
        routing_departments: [{ id: await findDepartment('STW') }, { id: await findDepartment('AFV') }],
        assigned_user_email: HANDLER,
      })
      await makeSignal(town, { parent: id, text: 'Deel, van het geheel' })
      await patch(id, { directing_departments: [{ id: await findDepartment('VTH') }] })
      const token = await buildFeedbackForm(town.context, id)
      town.clock.advance({ minutes: 30 })
      const answer = await town.api.app.inject({
        method: 'PUT',
        url: `/signals/v1/public/feedback/forms/${token}`,
        payload: {
          is_satisfied: false,
          allows_contact: true,
          text_list: ['Niet "weg"', 'Te laat'],
          text_extra: 'Jammer,',
        },
      })
      expect(answer.statusCode).toBe(200)
      await makeExport()
      ids = await historyIds(id)
      files = await readFiles()
    })

    it('tells the report as it stands', async () => {
      expect(files['signals.csv']).toHaveLength(2)
      const { uuid, reporter_id } = await town.context.db.kysely
        .selectFrom('signal')
        .select(['uuid', 'reporter_id'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      expect(files['signals.csv']?.[0]).toEqual({
        id: String(id),
        signal_uuid: uuid,
        source: 'online',
        text: 'Bankstel, "oud",\nop de stoep',
        text_extra: 'en een stoel',
        incident_date_start: '2026-11-24 08:00:00.25+00',
        incident_date_end: '',
        created_at: '2026-11-24 10:00:00+00',
        updated_at: '2026-11-24 11:30:00+00',
        operational_date: '',
        expire_date: '',
        image: '',
        upload: '',
        extra_properties: expect.stringContaining('"answer": "Een \\"bank\\""'),
        category_assignment_id: ids.category?.[1],
        location_id: ids.location?.[1],
        reporter_id: String(reporter_id),
        status_id: ids.status?.[1],
        priority: 'high',
        priority_created_at: '2026-11-24 11:00:00+00',
        parent: '',
        type: 'REQ',
        type_created_at: '2026-11-24 11:00:00+00',
        directing_departments_assignment_id: ids.directing?.[0],
      })
      expect(JSON.parse(files['signals.csv']?.[0]?.extra_properties ?? '')).toEqual(ANSWERS)
      expect(files['signals.csv']?.[1]).toMatchObject({
        parent: String(id),
        source: 'Interne melding',
        extra_properties: 'null',
        directing_departments_assignment_id: '',
      })
      expect(files['signals_assigned_user.csv']).toEqual([
        { id: String(id), assigned_to: HANDLER, assigned_at: '2026-11-24 11:00:00+00' },
      ])
    })

    it('tells where it was and is, the longitude as lat', () => {
      const [first, second] = files['locations.csv'] ?? []
      expect(first).toEqual({
        id: ids.location?.[0],
        lat: '4.85',
        lng: '52.35',
        stadsdeel: 'W',
        buurt_code: '',
        address: expect.stringContaining('"woonplaats": "Waterveste"'),
        address_text: 'Kerkweg 7a-2 1111AA Waterveste',
        created_at: '2026-11-24 10:00:00+00',
        updated_at: '2026-11-24 10:00:00+00',
        extra_properties: 'null',
        _signal_id: String(id),
        address_street: 'Kerkweg',
        address_number: '7',
        address_postalcode: '1111AA',
        address_city: 'Waterveste',
        area_code: 'W',
        area_name: 'West',
      })
      expect(JSON.parse(first?.address ?? '')).toMatchObject(ADDRESS)
      expect(second).toMatchObject({
        lat: '4.95',
        lng: '52.36',
        stadsdeel: 'O',
        address: 'null',
        address_text: '',
        address_street: '',
        area_name: 'Oost',
        created_at: '2026-11-24 11:00:00+00',
      })
    })

    it('tells whose it is', () => {
      expect(files['reporters.csv']?.[0]).toEqual({
        id: expect.stringMatching(/^\d+$/),
        email,
        phone: '0612345678',
        is_anonymized: 'False',
        created_at: '2026-11-24 10:00:00+00',
        updated_at: '2026-11-24 10:00:00+00',
        extra_properties: 'null',
        _signal_id: String(id),
      })
    })

    it('tells each category that it had, with what was promised then', () => {
      expect(files['categories.csv']?.slice(0, 2)).toEqual([
        {
          id: ids.category?.[0],
          main: 'Afval',
          sub: 'Grofvuil',
          departments: 'Afval',
          created_at: '2026-11-24 10:00:00+00',
          updated_at: '2026-11-24 10:00:00+00',
          extra_properties: 'null',
          _signal_id: String(id),
          deadline: '2026-11-27 10:00:00+00',
          deadline_factor_3: '2026-12-07 10:00:00+00',
        },
        {
          id: ids.category?.[1],
          main: 'Wegen',
          sub: 'Lantaarnpaal',
          departments: 'Stadswerken',
          created_at: '2026-11-24 11:00:00+00',
          updated_at: '2026-11-24 11:00:00+00',
          extra_properties: 'null',
          _signal_id: String(id),
          deadline: '2026-12-15 10:00:00+00',
          deadline_factor_3: '2027-01-26 10:00:00+00',
        },
      ])
    })

    it('tells each status, note and department', async () => {
      const user = 'beheerder@waterveste.example'
      const at = (time: string) => ({
        created_at: `2026-11-24 ${time}+00`,
        updated_at: `2026-11-24 ${time}+00`,
      })
      const same = { target_api: '', extern: 'False', extra_properties: 'null', _signal_id: String(id) }
      expect(files['statuses.csv']?.slice(0, 2)).toEqual([
        {
          id: ids.status?.[0],
          text: '',
          user: '',
          state_display: 'Gemeld',
          state: 'm',
          ...at('10:00:00'),
          ...same,
        },
        {
          id: ids.status?.[1],
          text: 'Bezig; bel, a.u.b.',
          user,
          state_display: 'In behandeling',
          state: 'b',
          ...at('11:00:00'),
          ...same,
        },
      ])
      const ofSignal = { _signal_id: String(id), ...at('11:00:00') }
      // The first tells of the mail to the reporter.
      expect(files['notes.csv']?.[1]).toEqual({ id: ids.note?.[1], ...ofSignal, text: 'Gebeld:\r\n"ja"' })
      expect(files['directing_departments.csv']).toEqual([
        { id: ids.directing?.[0], ...ofSignal, departments: 'Handhaving' },
      ])
      expect(files['routing_departments.csv']).toEqual([
        { id: ids.routing?.[0], ...ofSignal, departments: 'Afval, Stadswerken' },
      ])
    })

    it('tells what the reporter thought of it', () => {
      expect(files['kto-feedback-TEST.csv']).toEqual([
        {
          _signal_id: String(id),
          is_satisfied: 'False',
          allows_contact: 'True',
          text: 'Niet "weg"',
          text_extra: 'Jammer,',
          created_at: '2026-11-24 11:00:00+00',
          submitted_at: '2026-11-24 11:30:00+00',
          text_list: '{"Niet \\"weg\\"","Te laat"}',
        },
      ])
    })
  })

  it('tells every kind of value to the letter as it has always been told', async () => {
    const id = await makeSignal(town, {
      text: 'Bank; "oud", =1+1',
      text_extra: 'regel 1\nregel 2',
      reporter: { phone: '+31 6 12345678' },
      incident_date_start: '2026-07-01T12:00:00.123456+02:00',
      incident_date_end: '2026-07-01T13:00:00+02:00',
      operational_date: '2026-07-02T00:00:00+02:00',
      location: {
        geometrie: { type: 'Point', coordinates: [4.85, 52.35] },
        stadsdeel: 'A',
        buurt_code: 'B07',
        address: { openbare_ruimte: '"De Brink"', huisnummer: 1 },
        extra_properties: { bron: 'kaart, oud' },
      },
    })
    const { kysely } = town.context.db
    await kysely
      .updateTable('signal')
      .set({ expire_date: new Date('2027-01-01T00:00:00Z') })
      .execute()
    await kysely.updateTable('category_department').set({ is_responsible: false }).execute()
    await patch(id, {
      status: {
        state: 'ready to send',
        text: 'Naar buiten, graag',
        target_api: 'gisib',
        extra_properties: { a: 1 },
      },
      routing_departments: [],
    })
    const token = await buildFeedbackForm(town.context, id)
    await town.api.app.inject({
      method: 'PUT',
      url: `/signals/v1/public/feedback/forms/${token}`,
      payload: { is_satisfied: true, text: 'Goed' },
    })
    await makeExport()
    const { uuid, reporter_id } = await kysely
      .selectFrom('signal')
      .select(['uuid', 'reporter_id'])
      .executeTakeFirstOrThrow()
    const { category, location, status, routing } = await historyIds(id)
    const user = 'beheerder@waterveste.example'
    const now = '2026-11-24 10:00:00+00'
    const address = '"{""huisnummer"": 1, ""openbare_ruimte"": ""\\""De Brink\\""""}"'
    const rows = {
      'signals.csv': [
        `${id},${uuid},online,"Bank; ""oud"", =1+1","regel 1\nregel 2",2026-07-01 10:00:00.123+00,` +
          `2026-07-01 11:00:00+00,${now},${now},2026-07-01 22:00:00+00,2027-01-01 00:00:00+00,,,null,` +
          `${category},${location},${reporter_id},${status?.[1]},normal,${now},,SIG,${now},`,
      ],
      'signals_assigned_user.csv': [],
      'locations.csv': [
        `${location},4.85,52.35,Centrum,B07,${address},"De Brink"" 1",${now},${now},` +
          `"{""bron"": ""kaart, oud""}",${id},De Brink,1,,,W,West`,
      ],
      'reporters.csv': [`${reporter_id},,+31 6 12345678,False,${now},${now},null,${id}`],
      'categories.csv': [
        `${category},Afval,Grofvuil,,${now},${now},null,${id},2026-11-27 10:00:00+00,2026-12-07 10:00:00+00`,
      ],
      'statuses.csv': [
        `${status?.[0]},,${user},,Gemeld,False,${now},${now},null,${id},m`,
        `${status?.[1]},"Naar buiten, graag",${user},gisib,Extern: te verzenden,False,${now},${now},` +
          `"{""a"": 1}",${id},ready to send`,
      ],
      'directing_departments.csv': [],
      'routing_departments.csv': [`${routing},${now},${now},${id},`],
      'notes.csv': [],
      'ml.csv': [],
      'kto-feedback-TEST.csv': [`${id},True,False,Goed,,${now},${now},{Goed}`],
    }
    const name = (await store.names()).find((candidate) => candidate.endsWith('.zip'))
    const { 'sla.csv': _, ...texts } = await store.unpack(name ?? '')
    const expected = Object.entries(rows).map(([file, lines]) => [
      file,
      [COLUMNS[file]?.join(','), ...lines].map((line) => `${line}\r\n`).join(''),
    ])
    expect(texts).toEqual(Object.fromEntries(expected))
  })

  it('gives to learn from only what is done and what is known', async () => {
    const done = await makeSignal(town, { text: 'Klaar' })
    await patch(done, { status: { state: 'o', text: 'Gedaan' } })
    await makeSignal(town, { text: 'Nog niet' })
    const { id: other } = await town.context.db.kysely
      .updateTable('category')
      .set({ name: 'Overig wegen' })
      .where('slug', '=', 'lantaarnpaal')
      .returning('id')
      .executeTakeFirstOrThrow()
    const vague = await makeSignal(town, { text: 'Vaag' })
    await patch(vague, { status: { state: 'a', text: 'Nee' } })
    await town.context.db.kysely
      .updateTable('signal')
      .set({ category_id: other })
      .where('id', '=', vague)
      .execute()
    await makeExport()
    expect((await readFiles())['ml.csv']).toEqual([{ Text: 'Klaar', Main: 'Afval', Sub: 'Grofvuil' }])
  })

  it('tells the promises by category, the newest first', async () => {
    const { id: lamp } = await town.context.db.kysely
      .selectFrom('category')
      .select('id')
      .where('slug', '=', 'lantaarnpaal')
      .executeTakeFirstOrThrow()
    await town.context.db.kysely
      .insertInto('service_level_objective')
      .values({
        category_id: lamp,
        n_days: 5,
        created_at: new Date('2026-01-01T00:00:00Z'),
        created_by: null,
      })
      .execute()
    await makeExport()
    const rows = (await readFiles())['sla.csv'] ?? []
    expect(
      rows.map(({ main, sub, n_days, use_calendar_days }) => [main, sub, n_days, use_calendar_days]),
    ).toEqual([
      ['Afval', 'Grofvuil', '3', 'f'],
      ['Wegen', 'Lantaarnpaal', '21', 't'],
      ['Wegen', 'Lantaarnpaal', '5', 'f'],
    ])
    expect(rows[2]?.created_at).toBe('2026-01-01 00:00:00+00')
  })

  it('says that contact details were taken away', async () => {
    const id = await makeSignal(town, { reporter: { email } })
    await town.context.db.kysely
      .updateTable('reporter')
      .set({ email: null, email_anonymized: true })
      .where('signal_id', '=', id)
      .execute()
    await makeExport()
    expect((await readFiles())['reporters.csv']).toMatchObject([{ email: '', is_anonymized: 'True' }])
  })

  it('reads on where a piece ended, and leaves for tomorrow what comes meanwhile', async () => {
    const id = await makeSignal(town)
    const moments = Array.from({ length: 2500 }, (_, index) => ({
      signal_id: id,
      kind: 'note',
      text: `${index}`,
      created_by: null,
      // Some at the same moment, so that the time alone does not tell where to go on.
      created_at: new Date(town.clock.now().getTime() - 10_000_000 + Math.floor(index / 7) * 1000),
    }))
    await town.context.db.kysely.insertInto('signal_history').values(moments.slice(0, 2000)).execute()
    await town.context.db.kysely.insertInto('signal_history').values(moments.slice(2000)).execute()
    await town.context.db.kysely
      .insertInto('signal_history')
      .values({
        signal_id: id,
        kind: 'note',
        text: 'later',
        created_by: null,
        created_at: new Date(town.clock.now().getTime() + 1),
      })
      .execute()
    await makeExport()
    const notes = (await readFiles())['notes.csv'] ?? []
    expect(notes.map(({ text }) => text)).toEqual(moments.map(({ text }) => text))
  })

  it('keeps thirty zips, and the files of thirty days', async () => {
    await store.write('2026/11/24/aantekening.txt', bytesOf('van de beheerder'))
    for (let day = 0; day < 33; day += 1) {
      town.clock.set(new Date(Date.UTC(2026, 0, 1 + day, 2)))
      await makeExport()
    }
    const names = await store.names()
    const zips = names.filter((name) => name.endsWith('.zip'))
    expect(zips).toHaveLength(30)
    expect(zips[0]).toBe('2026/01/04/20260104_020000UTC.zip')
    expect(names.filter((name) => name.endsWith('_signals.csv'))[0]).toBe('2026/01/04/020000UTC_signals.csv')
    expect(names).toContain('2026/11/24/aantekening.txt')
  })

  it('does nothing where there is no place for it', async () => {
    expect(await exportCsv(town.context)).toEqual({ files: 0, removed: 0 })
  })
})

function bytesOf(text: string) {
  return Readable.from([text])
}

const COLUMNS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    'signals.csv':
      'id, signal_uuid, source, text, text_extra, incident_date_start, incident_date_end, created_at, updated_at, operational_date, expire_date, image, upload, extra_properties, category_assignment_id, location_id, reporter_id, status_id, priority, priority_created_at, parent, type, type_created_at, directing_departments_assignment_id',
    'ml.csv': 'Text, Main, Sub',
    'signals_assigned_user.csv': 'id, assigned_to, assigned_at',
    'locations.csv':
      'id, lat, lng, stadsdeel, buurt_code, address, address_text, created_at, updated_at, extra_properties, _signal_id, address_street, address_number, address_postalcode, address_city, area_code, area_name',
    'reporters.csv': 'id, email, phone, is_anonymized, created_at, updated_at, extra_properties, _signal_id',
    'categories.csv':
      'id, main, sub, departments, created_at, updated_at, extra_properties, _signal_id, deadline, deadline_factor_3',
    'statuses.csv':
      'id, text, user, target_api, state_display, extern, created_at, updated_at, extra_properties, _signal_id, state',
    'sla.csv': 'id, main, sub, n_days, use_calendar_days, created_at',
    'directing_departments.csv': 'id, created_at, updated_at, _signal_id, departments',
    'routing_departments.csv': 'id, created_at, updated_at, _signal_id, departments',
    'notes.csv': 'id, created_at, updated_at, _signal_id, text',
    'kto-feedback-TEST.csv':
      '_signal_id, is_satisfied, allows_contact, text, text_extra, created_at, submitted_at, text_list',
  }).map(([file, columns]) => [file, columns.split(', ')]),
)
