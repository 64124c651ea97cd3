import {
  type Actor,
  CLOSED_STATUS_CODES,
  canSeeSignal,
  type FilterField,
  PRIORITIES,
  SIGNAL_FILTER_FIELDS,
  SIGNAL_FILTER_NAMES,
  STATUS_CODES,
} from '@signalen/domain'
import { describeEachDatabase, employeeWith } from '@signalen/testkit'
import fc from 'fast-check'
import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { listSignalPlaces } from '../geography/list-signal-places.ts'
import { readReference } from '../reference.ts'
import { HANDLER, makeSignal, openTown, READER, type TestTown } from '../test-town.ts'
import { subjectOf } from '../visibility.ts'
import { listSignals } from './list-signals.ts'

const all = (count: number) => ({ offset: 0, limit: Math.max(count, 1) })

/** What a report can differ in, as plain values, so that filters can be tried on it without a database. */
interface Sample {
  readonly state: string
  readonly priority: string
  readonly type: string
  readonly source: string
  readonly area: string | null
  readonly district: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly feedback: string | null
  readonly routed: 'AFV' | 'VTH' | 'nobody' | null
  readonly assigned: string | null
  readonly deadlineHours: number | null
  readonly ageDays: number
  readonly category: 'grofvuil' | 'prullenbak' | 'lantaarnpaal'
  readonly note: string | null
  readonly street: string
}

const sample: fc.Arbitrary<Sample> = fc.record({
  state: fc.constantFrom(...STATUS_CODES),
  priority: fc.constantFrom(...PRIORITIES),
  type: fc.constantFrom('SIG', 'COM', 'REQ'),
  source: fc.constantFrom('online', 'Telefoon'),
  area: fc.constantFrom('W', 'O', null),
  district: fc.constantFrom('A', 'N', null),
  email: fc.constantFrom('een@voorbeeld.example', 'Twee@Voorbeeld.example', null),
  phone: fc.constantFrom('0612345678', null),
  feedback: fc.constantFrom('satisfied', 'not_satisfied', 'not_received', null),
  routed: fc.constantFrom('AFV', 'VTH', 'nobody', null),
  assigned: fc.constantFrom(HANDLER, READER, null),
  deadlineHours: fc.constantFrom(-100, -1, 1, null),
  ageDays: fc.integer({ min: 0, max: 5 }),
  category: fc.constantFrom('grofvuil', 'prullenbak', 'lantaarnpaal'),
  note: fc.constantFrom('gebeld met 100% zekerheid', 'niets gevonden', null),
  street: fc.constantFrom('Kerkweg', 'Dorpsstraat', ''),
})

type Filter = Record<string, string | string[]>
type Rule = readonly [filter: Filter, keeps: (one: Sample, now: Date) => boolean]

const isOpen = ({ state }: Sample) => !CLOSED_STATUS_CODES.includes(state as never)

/** Filters, and what each means in words of the programming language. */
const RULES: readonly Rule[] = [
  [{ status: ['m', 'o'] }, ({ state }) => state === 'm' || state === 'o'],
  [{ priority: 'high' }, ({ priority }) => priority === 'high'],
  [{ type: ['COM', 'REQ'] }, ({ type }) => type !== 'SIG'],
  [{ source: 'Telefoon' }, ({ source }) => source === 'Telefoon'],
  [{ area_code: ['W', 'null'] }, ({ area }) => area === 'W' || area === null],
  [{ area_code: 'O', area_type_code: 'district' }, ({ area }) => area === 'O'],
  [{ stadsdeel: ['N', 'null'] }, ({ district }) => district !== 'A'],
  [{ contact_details: 'none' }, ({ email, phone }) => email === null && phone === null],
  [{ contact_details: ['email', 'none'] }, ({ email, phone }) => email !== null || phone === null],
  [{ contact_details: 'phone' }, ({ phone }) => phone !== null],
  [{ reporter_email: 'twee@voorbeeld.EXAMPLE' }, ({ email }) => email === 'Twee@Voorbeeld.example'],
  [{ feedback: 'not_satisfied' }, ({ feedback }) => feedback === 'not_satisfied'],
  [{ routing_department_code: 'VTH' }, ({ routed }) => routed === 'VTH'],
  [{ routing_department_code: ['null', 'AFV'] }, ({ routed }) => routed !== 'VTH'],
  [{ assigned_user_email: HANDLER.toUpperCase() }, ({ assigned }) => assigned === HANDLER],
  [{ assigned_user_email: 'null' }, ({ assigned }) => assigned === null],
  [{ punctuality: 'on_time' }, (one) => isOpen(one) && (one.deadlineHours ?? 0) > 0],
  [{ punctuality: 'late' }, (one) => isOpen(one) && (one.deadlineHours ?? 0) < 0],
  [{ punctuality: 'late_factor_3' }, (one) => isOpen(one) && (one.deadlineHours ?? 0) < -10],
  [{ punctuality: 'null' }, (one) => isOpen(one) && one.deadlineHours === null],
  [{ maincategory_slug: 'afval' }, ({ category }) => category !== 'lantaarnpaal'],
  [{ maincategory_slug: 'wegen', category_slug: 'grofvuil' }, ({ category }) => category !== 'prullenbak'],
  [{ note_keyword: '100%' }, ({ note }) => note?.includes('100%') ?? false],
  [{ note_keyword: '1_0%' }, () => false],
  [{ address_text: 'kerk' }, ({ street }) => street === 'Kerkweg'],
  [{ kind: 'signal' }, () => true],
  [{ kind: ['parent_signal', 'child_signal'] }, () => false],
  [{ created_after: '2026-11-22T00:00:00Z' }, ({ ageDays }) => ageDays <= 2],
  [{ created_before: '2026-11-22T10:00:00Z' }, ({ ageDays }) => ageDays >= 2],
  [{ incident_date: '2026-11-23' }, ({ ageDays }) => ageDays === 1],
  [{ incident_date_before: '2026-11-23' }, ({ ageDays }) => ageDays <= 1],
  [{ incident_date_after: '2026-11-23' }, ({ ageDays }) => ageDays >= 1],
]

describeEachDatabase('the list of reports', (database) => {
  let town: TestTown
  const samples = new Map<number, Sample>()
  const superuser: Actor = { ...employeeWith([]), isSuperuser: true }

  describe('filters', () => {
    beforeAll(async () => {
      town = await openTown(database)
      samples.clear()
      for (const one of fc.sample(sample, { numRuns: 60, seed: 7 })) samples.set(await keep(town, one), one)
    }, 120_000)

    const list = async (parameters: Filter, actor = superuser) =>
      (await listSignals(town.context, actor, { parameters, placeOf: all })).signals.map(({ row }) => row.id)

    it.each(RULES)('%j', async (filter, keeps) => {
      const wanted = [...samples].filter(([, one]) => keeps(one, town.clock.now())).map(([id]) => id)
      expect((await list(filter)).sort((left, right) => left - right)).toEqual(wanted)
    })

    it('hold together, whichever are combined, on the map as in the list', async () => {
      await fc.assert(
        fc.asyncProperty(fc.subarray([...RULES], { maxLength: 3 }), async (rules) => {
          const parameters = Object.assign({}, ...rules.map(([filter]) => filter))
          const asked = rules.filter(([filter]) =>
            Object.keys(filter).every((key) => parameters[key] === filter[key]),
          )
          const wanted = [...samples].filter(([, one]) =>
            asked.every(([, keeps]) => keeps(one, town.clock.now())),
          )
          const places = await listSignalPlaces(town.context, superuser, { parameters, placeOf: all })
          const ids = await list(parameters)
          expect(places.places.map(({ id }) => id)).toEqual(ids)
          if (asked.length === rules.length) expect(new Set(ids)).toEqual(new Set(wanted.map(([id]) => id)))
        }),
        { numRuns: 40 },
      )
    })

    it('never show what one may not see', async () => {
      const departments = fc.subarray(await listDepartmentIds(town), { minLength: 0 })
      const reference = await readReference(town.context.db)
      await fc.assert(
        fc.asyncProperty(departments, async (departmentIds) => {
          const actor = employeeWith(['sia_read'], departmentIds)
          const everything = await listSignals(town.context, superuser, { parameters: {}, placeOf: all })
          const visible = everything.signals.filter(({ row }) =>
            canSeeSignal(actor, subjectOf(row, reference)),
          )
          expect(await list({}, actor)).toEqual(visible.map(({ row }) => row.id))
        }),
        { numRuns: 12 },
      )
    })

    it('do not tell whose report it is to who may not know', async () => {
      expect(await list({ reporter_email: 'een@voorbeeld.example' }, employeeWith(['sia_read']))).toEqual([])
    })

    it.each([
      'status',
      'priority',
      'address',
      'area_name',
      '-main_category',
      '-updated_at',
      'postcode,-priority',
    ])('by %s shows each report on one page only', async (ordering) => {
      const ids: number[] = []
      for (let offset = 0; offset < samples.size; offset += 7) {
        const parameters = { ordering }
        const page = await listSignals(town.context, superuser, {
          parameters,
          placeOf: () => ({ offset, limit: 7 }),
        })
        ids.push(...page.signals.map(({ row }) => row.id))
      }
      expect([...ids].sort((left, right) => left - right)).toEqual([...samples.keys()])
    })

    it.each(['status', '-priority', '-area_name', 'created_at', 'id'])(
      'by %s is in the same order from either end',
      async (ordering) => {
        const pageOf = async (offset: number, limit: number) => {
          const query = { parameters: { ordering }, placeOf: () => ({ offset, limit }) }
          return (await listSignals(town.context, superuser, query)).signals.map(({ row }) => row.id)
        }
        const fromStart = await pageOf(0, samples.size - 1)
        const [first, middle, last] = [await pageOf(28, 2), await pageOf(31, 20), await pageOf(51, 20)]
        expect([...first, ...(await pageOf(30, 1)), ...middle, ...last].slice(0, -1)).toEqual(
          fromStart.slice(28),
        )
      },
    )

    it('asks the database as often for a hundred as for one', async () => {
      const counts: number[] = []
      for (const limit of [1, 10, 60]) {
        const query = vi.spyOn(pg.Client.prototype, 'query')
        await listSignals(town.context, superuser, { parameters: {}, placeOf: () => ({ offset: 0, limit }) })
        counts.push(query.mock.calls.length)
        query.mockRestore()
      }
      expect(new Set(counts).size).toBe(1)
      expect(counts[0] ?? 0).toBeLessThanOrEqual(5)
    })
  })

  describe('families and pages', () => {
    beforeEach(async () => {
      town = await openTown(database)
    })

    it('refuses a choice that is none, by every filter that has choices', async () => {
      const location = { geometrie: { type: 'Point', coordinates: [4.85, 52.35] }, buurt_code: 'A01a' }
      const id = await makeSignal(town, { location })
      const names = SIGNAL_FILTER_NAMES.filter((name) => SIGNAL_FILTER_FIELDS[name].kind === 'choice')
      for (const name of names) {
        const asked = await town.api.ask('GET', `/private/signals?${name}=zz9`)
        const message = 'Selecteer een geldige keuze. zz9 is geen beschikbare keuze.'
        expect([name, asked.status, asked.body]).toEqual([name, 400, { [name]: [message] }])
        const field: FilterField = SIGNAL_FILTER_FIELDS[name]
        const options = { [name]: field.kind === 'choice' && field.isMultiple ? ['zz9'] : 'zz9' }
        const body = { name: 'x', options }
        expect([name, (await town.api.ask('POST', '/private/me/filters', { body })).status]).toEqual([
          name,
          400,
        ])
      }
      expect(names).toHaveLength(18)
      expect(await ids('buurt_code=A01a&buurt_code=W')).toEqual([id])
      expect(await ids('buurt_code=null')).toEqual([])
      expect((await town.api.ask('GET', '/private/signals?buurt_code=A01a&buurt_code=%00')).status).toBe(400)
    })

    const ids = async (query: string) =>
      (await town.api.ask('GET', `/private/signals?${query}`)).body.results.map(
        ({ id }: { id: number }) => id,
      )

    it('tells wholes, parts and those whose parts changed', async () => {
      const [alone, parent] = [await makeSignal(town), await makeSignal(town)]
      town.clock.advance({ minutes: 1 })
      const child = await makeSignal(town, { parent })
      expect(await ids('kind=parent_signal')).toEqual([parent])
      expect(await ids('kind=child_signal')).toEqual([child])
      expect((await ids('kind=exclude_parent_signal')).sort()).toEqual([alone, child].sort())
      expect(await ids('has_changed_children=true')).toEqual([])
      town.clock.advance({ minutes: 1 })
      await town.api.ask('PATCH', `/private/signals/${child}`, { body: { priority: { priority: 'low' } } })
      expect(await ids('has_changed_children=true')).toEqual([parent])
      expect(await ids('has_changed_children=true&has_changed_children=false')).toEqual([parent])
      expect(await ids('directing_department=null')).toEqual([parent])
    })

    it('links from page to page', async () => {
      for (let made = 0; made < 3; made++) await makeSignal(town)
      const { body } = await town.api.ask('GET', '/private/signals?page_size=1&page=2&status=m')
      expect(body).toMatchObject({ count: 3, results: [{}] })
      expect(body._links.next.href).toBe(
        'http://localhost/signals/v1/private/signals?page=3&page_size=1&status=m',
      )
      expect(body._links.previous.href).toBe(
        'http://localhost/signals/v1/private/signals?page=1&page_size=1&status=m',
      )
      expect((await town.api.ask('GET', '/private/signals?page=9')).status).toBe(404)
      const map = await town.api.ask('GET', '/private/signals/geography?page_size=2')
      expect(map.headers).toMatchObject({ 'x-total-count': '3' })
      expect(map.headers.link).toContain('rel="next"')
      expect(map.headers.link).not.toContain('rel="prev"')
    })

    it('says null of an empty map', async () => {
      expect((await town.api.ask('GET', '/private/signals/geography')).body).toEqual({
        type: 'FeatureCollection',
        features: null,
      })
    })
  })
})

async function listDepartmentIds({ context }: TestTown): Promise<number[]> {
  return (await context.db.kysely.selectFrom('department').select('id').execute()).map(({ id }) => id)
}

async function keep(town: TestTown, one: Sample): Promise<number> {
  const { kysely } = town.context.db
  const category = one.category === 'lantaarnpaal' ? 'wegen' : 'afval'
  const id = await makeSignal(town, {
    category: {
      sub_category: `/signals/v1/public/terms/categories/${category}/sub_categories/${one.category}`,
    },
  })
  const now = town.clock.now().getTime()
  const at = (hours: number) => new Date(now + hours * 3600_000)
  const user = one.assigned
    ? await kysely
        .selectFrom('app_user')
        .select('id')
        .where('email', '=', one.assigned)
        .executeTakeFirstOrThrow()
    : null
  const department =
    one.routed && one.routed !== 'nobody'
      ? await kysely
          .selectFrom('department')
          .select('id')
          .where('code', '=', one.routed)
          .executeTakeFirstOrThrow()
      : null
  await kysely
    .updateTable('signal')
    .set({
      status_state: one.state,
      priority: one.priority,
      type_code: one.type,
      source: one.source,
      area_code: one.area,
      area_type_code: one.area && 'district',
      area_name: one.area,
      stadsdeel: one.district,
      reporter_email: one.email,
      reporter_phone: one.phone,
      feedback_state: one.feedback,
      routing_department_ids: one.routed === null ? null : [department?.id ?? []].flat(),
      assigned_user_id: user?.id ?? null,
      assigned_user_email: one.assigned,
      deadline: one.deadlineHours === null ? null : at(one.deadlineHours),
      deadline_factor_3: one.deadlineHours === null ? null : at(one.deadlineHours + 50),
      created_at: at(-24 * one.ageDays),
      updated_at: at(-24 * one.ageDays),
      incident_date_start: at(-24 * one.ageDays),
      address_text: one.street,
    })
    .where('id', '=', id)
    .execute()
  if (one.note !== null) {
    await town.api.ask('PATCH', `/private/signals/${id}`, { body: { notes: [{ text: one.note }] } })
    await kysely
      .updateTable('signal')
      .set({ updated_at: at(-24 * one.ageDays) })
      .where('id', '=', id)
      .execute()
  }
  return id
}
