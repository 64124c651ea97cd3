import {
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'

describeEachDatabase('expressions', (database) => {
  let test: TestContext
  let api: StaffApi
  let departmentId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, {
      departments: [{ code: 'AFV', name: 'Afval' }],
      users: [
        { email: 'anna@waterveste.example', departments: ['AFV'] },
        { email: 'hans@waterveste.example' },
      ],
      expressionTypes: [
        {
          name: 'routing',
          context: [
            { identifier: 'sub', type: 'str' },
            { identifier: 'time', type: 'time' },
            { identifier: 'areas', type: 'dict' },
            { identifier: 'location', type: 'point' },
          ],
        },
        { name: 'anders' },
      ],
    })
    api = await openStaffApi(test.context)
    departmentId = (await api.ask('GET', '/private/departments')).body.results[0].id
  })

  const RULE = { name: 'regel', code: 'sub == "Grofvuil"', type: 'routing' }
  const create = (change: object = {}) =>
    api.ask('POST', '/private/expressions', { body: { ...RULE, ...change } })

  it('are made, read, changed and removed', async () => {
    const { status, body } = await create()
    expect([status, body]).toEqual([201, { id: body.id, ...RULE, error: null, routing_department: null }])
    const path = `/private/expressions/${body.id}`
    expect((await api.ask('GET', path)).body).toEqual(body)
    expect((await api.ask('PATCH', path, { body: { name: 'ander' } })).body).toMatchObject({
      ...RULE,
      name: 'ander',
    })
    expect((await api.ask('PUT', path, { body: { ...RULE, type: 'anders' } })).body).toMatchObject({
      type: 'anders',
    })
    expect((await api.ask('PUT', path, { body: { name: 'x', code: 'y' } })).body).toEqual({
      type: ['Dit veld is vereist.'],
    })
    expect((await api.ask('DELETE', path)).status).toBe(204)
    expect((await api.ask('GET', path)).status).toBe(404)
    expect((await api.ask('DELETE', path)).status).toBe(404)
  })

  it('keep code that is none, and say what is wrong with it', async () => {
    const { status, body } = await create({ code: 'sub ==' })
    expect([status, body.code, typeof body.error]).toEqual([201, 'sub ==', 'string'])
  })

  it.each([
    [{ type: 'onbekend' }, { non_field_errors: ['type: onbekend does not exists'] }],
    [{ type: undefined }, { type: ['Dit veld is vereist.'] }],
    [{ name: '' }, { name: ['Dit veld mag niet leeg zijn.'] }],
    [{ code: null }, { code: ['Dit veld mag niet leeg zijn.'] }],
    [
      { routing_department: { department: { id: 404 } } },
      { routing_department: { department: { id: ['Ongeldige pk "404" - object bestaat niet.'] } } },
    ],
  ])('refuse %j', async (change, errors) => {
    expect(await create(change)).toMatchObject({ status: 400, body: errors })
    expect((await api.ask('GET', '/private/expressions')).body.count).toBe(0)
  })

  it('have a name of their own within their type', async () => {
    await create()
    expect((await create()).body).toHaveProperty('non_field_errors')
    expect((await create({ type: 'anders' })).status).toBe(201)
  })

  it.each([
    ['name=regel', 2],
    ['type_name=anders', 1],
    ['type_name=anders&type_name=routing', 3],
    ['name=onbekend', 'name'],
    ['type_name=onbekend', 'type_name'],
  ])('are found by %s', async (query, expected) => {
    await create()
    await create({ type: 'anders' })
    await create({ name: 'tweede' })
    const { status, body } = await api.ask('GET', `/private/expressions?${query}`)
    expect(status === 200 ? body.count : Object.keys(body)[0]).toBe(expected)
  })

  describe('with a route', () => {
    const route = (change: object = {}) => ({
      routing_department: {
        department: { id: departmentId },
        user_email: 'anna@waterveste.example',
        is_active: true,
        order: 3,
        ...change,
      },
    })

    it('show it, and lose it when it is taken away', async () => {
      const { body } = await create(route())
      expect(body.routing_department).toEqual({
        department: { id: departmentId, code: 'AFV', name: 'Afval', is_intern: true },
        order: 3,
        user_email: 'anna@waterveste.example',
        is_active: true,
      })
      const path = `/private/expressions/${body.id}`
      expect((await api.ask('PATCH', path, { body: { name: 'x' } })).body.routing_department).toEqual(
        body.routing_department,
      )
      expect(
        (await api.ask('PATCH', path, { body: route({ user_email: null, is_active: false }) })).body
          .routing_department,
      ).toMatchObject({
        user_email: null,
        is_active: false,
      })
      expect(
        (await api.ask('PATCH', path, { body: { routing_department: null } })).body.routing_department,
      ).toBeNull()
    })

    it('may only be active for someone who can do the work', async () => {
      const strange = await create(route({ user_email: 'hans@waterveste.example' }))
      expect(strange.body).toEqual({
        routing_department: { user_email: ['hans@waterveste.example is not part of department Afval'] },
      })
      expect((await create(route({ user_email: 'wie@waterveste.example' }))).status).toBe(400)
      expect((await create(route({ user_email: 'hans@waterveste.example', is_active: false }))).status).toBe(
        201,
      )
    })
  })

  describe('checking one', () => {
    const validate = (code: string, type = 'routing') =>
      api.ask('GET', `/private/expressions/validate?type=${type}&expression=${encodeURIComponent(code)}`)

    it.each(['sub == "x"', 'time >= 20:00 or time < 6:00', 'location in areas."Wijk"."N"'])(
      '%s is right',
      async (code) => {
        expect(await validate(code)).toMatchObject({ status: 200, body: '' })
      },
    )

    it.each(['sub ==', 'onbekend == "x"', 'sub < time', '\0'])('%s is wrong', async (code) => {
      const { status, body } = await validate(code)
      expect([status, typeof body.result]).toEqual([400, 'string'])
    })

    it('knows the names of its type only', async () => {
      expect((await validate('sub == "x"', 'anders')).body).toEqual({
        result: "Could not resolve ident: 'sub'",
      })
      expect((await api.ask('GET', '/private/expressions/context?type=routing')).body[1]).toEqual({
        identifier: 'time',
        identifier_type: 'time',
        type: 'routing',
      })
      expect((await api.ask('GET', '/private/expressions/context?type=anders')).body).toEqual([])
    })

    it('needs to know what to check', async () => {
      expect((await api.ask('GET', '/private/expressions/validate?type=routing')).body).toEqual({
        result: 'type and expression required',
      })
      expect((await api.ask('GET', '/private/expressions/context')).body).toEqual({ result: 'type required' })
    })
  })
})
