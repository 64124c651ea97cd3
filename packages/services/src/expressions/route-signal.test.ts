import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Routed, routeSignal } from './route-signal.ts'

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
})

const TOWN = {
  departments: [
    { code: 'AFV', name: 'Afval' },
    { code: 'HHV', name: 'Handhaving' },
  ],
  users: [
    { email: 'hans@waterveste.example', departments: ['HHV'] },
    { email: 'anna@waterveste.example', departments: ['AFV'] },
  ],
  categories: [{ slug: 'overlast', name: 'Overlast', children: [{ slug: 'vuurwerk', name: 'Vuurwerk' }] }],
  areaTypes: [{ code: 'district', name: 'Wijk' }],
  areas: [
    { code: 'W', name: 'West', type: 'district', geometry: square(4.8, 52.3, 4.89, 52.4) },
    // The place of a built signal lies in here.
    { code: 'O', name: 'Oost', type: 'district', geometry: square(4.89, 52.3, 5, 52.4) },
  ],
  expressionTypes: [{ name: 'routing' }],
}

describeEachDatabase('routing a signal', (database) => {
  let test: TestContext
  let signalId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, TOWN)
    const { id } = await test.context.db.kysely
      .selectFrom('category')
      .select('id')
      .where('slug', '=', 'vuurwerk')
      .executeTakeFirstOrThrow()
    const answer = {
      id: 'extra_lawaai',
      label: 'Lawaai?',
      answer: [{ id: 'h', label: 'Hard' }],
      category_url: '/x',
    }
    signalId = await buildSignal(test.context, { categoryId: id, extraProperties: [answer] })
  })

  /** Rules in their order: code, department and, where it says so, person. */
  async function addRules(...rules: readonly (readonly [code: string, department: string, user?: string])[]) {
    const names = rules.map((_, index) => `regel ${index}`)
    await loadConfiguration(test.context, {
      expressions: rules.map(([code], index) => ({ name: names[index], type: 'routing', code })),
      routingExpressions: rules.map(([, department, user = null], index) => ({
        expression: names[index],
        department,
        user,
        order: index,
        isActive: true,
      })),
    })
  }

  function route(): Promise<Routed | undefined> {
    return test.context.db.transaction((trx) => routeSignal({ ...test.context, db: trx }, signalId))
  }

  const signal = () =>
    test.context.db.kysely
      .selectFrom('signal')
      .select(['routing_department_ids', 'assigned_user_email'])
      .where('id', '=', signalId)
      .executeTakeFirstOrThrow()

  const departmentId = async (code: string) =>
    (
      await test.context.db.kysely
        .selectFrom('department')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
    ).id

  const activity = async () =>
    (
      await test.context.db.kysely
        .selectFrom('routing_expression')
        .select('is_active')
        .orderBy('order')
        .execute()
    ).map(({ is_active }) => is_active)

  it('does nothing without rules', async () => {
    expect(await route()).toBeUndefined()
    expect(await signal()).toEqual({ routing_department_ids: null, assigned_user_email: null })
  })

  it('goes to the department and the person of the first rule that applies, and tells so', async () => {
    await addRules(
      ['sub == "Grofvuil"', 'AFV'],
      ['main == "Overlast" and "Hard" in extra_lawaai', 'HHV', 'hans@waterveste.example'],
      ['sub == "Vuurwerk"', 'AFV'],
    )
    const routed = await route()
    expect(routed).toMatchObject({
      departmentId: await departmentId('HHV'),
      userEmail: 'hans@waterveste.example',
    })
    expect(await signal()).toEqual({
      routing_department_ids: [await departmentId('HHV')],
      assigned_user_email: 'hans@waterveste.example',
    })
    const history = await test.context.db.kysely
      .selectFrom('signal_history')
      .select(['kind', 'data', 'created_by'])
      .where('kind', 'in', ['routing', 'user'])
      .orderBy('id')
      .execute()
    expect(history).toEqual([
      { kind: 'routing', data: { departmentCodes: ['HHV'] }, created_by: null },
      { kind: 'user', data: { email: 'hans@waterveste.example' }, created_by: null },
    ])
  })

  it.each([
    ['location in areas."Wijk"."O"', true],
    ['location in areas."Wijk"."W"', false],
    ['location in areas."Wijk"."bestaat niet"', false],
    // 11.00 on the clock here is 10.00 UTC.
    ['time >= 11:00 and time < 11:01', true],
    ['day == "Tuesday"', true],
    ['nooit_gevraagd == "x"', false],
  ])('asks %s: %s', async (code, applies) => {
    await addRules([code, 'AFV'])
    expect((await route()) !== undefined).toBe(applies)
    expect(await activity()).toEqual([true])
  })

  it('finds an area that a rule computes', async () => {
    await loadConfiguration(test.context, {
      areas: [{ code: 'Vuurwerk', name: 'V', type: 'district', geometry: square(4, 52, 5, 53) }],
    })
    await addRules(['location in areas."Wijk".sub', 'AFV'])
    expect(await route()).toBeDefined()
  })

  describe('a rule that cannot work', () => {
    it('stops being tried when its code is none', async () => {
      await addRules(['sub ==', 'AFV'], ['true', 'AFV'])
      expect(await route()).toBeUndefined()
      expect(await activity()).toEqual([false, false])
      expect(test.logs).toMatchObject([{ level: 'warn' }])
    })

    it.each([
      ['is no longer there to do it', { isActive: false }],
      ['has left the department', { departments: ['AFV'] }],
    ])('stops being tried when its person %s', async (_, change) => {
      await addRules(['sub == "Vuurwerk"', 'HHV', 'hans@waterveste.example'], ['sub == "Vuurwerk"', 'AFV'])
      await loadConfiguration(test.context, {
        users: [{ email: 'hans@waterveste.example', ...change }],
      }).catch(() => undefined)
      expect(await route()).toMatchObject({ departmentId: await departmentId('AFV'), userId: null })
      expect(await activity()).toEqual([false, true])
    })
  })

  it('sees a rule that was changed a moment ago', async () => {
    await addRules(['sub == "Vuurwerk"', 'AFV'])
    expect(await route()).toMatchObject({ departmentId: await departmentId('AFV') })
    await loadConfiguration(test.context, {
      routingExpressions: [{ expression: 'regel 0', department: 'HHV' }],
    })
    expect(await route()).toMatchObject({ departmentId: await departmentId('HHV') })
  })
})
