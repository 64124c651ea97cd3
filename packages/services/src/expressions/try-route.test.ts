import { describeEachDatabase, findRightsAnswers, loadConfiguration } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { categoryAddress, makeSignal, openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('routing rules', (database) => {
  let town: TestTown
  let departments: Map<string, number>

  beforeEach(async () => {
    town = await openTown(database)
    await loadConfiguration(town.context, {
      expressionTypes: [{ name: 'routing', context: [{ identifier: 'sub', type: 'str' }] }],
      categories: [
        {
          slug: 'afval',
          name: 'Afval',
          questions: [
            { key: 'extra_wat', fieldType: 'radio_input', meta: { label: 'Wat?', values: { b: 'Bank' } } },
          ],
        },
      ],
    })
    const { body } = await town.api.ask('GET', '/private/departments')
    departments = new Map(body.results.map(({ code, id }: { code: string; id: number }) => [code, id]))
  })

  const create = async (name: string, code: string, { to = 'AFV', order = 1, isActive = true } = {}) => {
    const route = { department: { id: departments.get(to) }, order, is_active: isActive }
    const body = { name, code, type: 'routing', routing_department: route }
    return (await town.api.ask('POST', '/private/expressions', { body })).body.id as number
  }
  const tryOut = (code: string, { to = 'STW', order = 5, expression = null as number | null } = {}) =>
    town.api.ask('POST', '/private/expressions/try', {
      body: { code, department: departments.get(to), order, expression },
    })
  const signalOf = (sub: string) =>
    makeSignal(town, { category: { sub_category: categoryAddress('afval', sub) } })

  it('are tried on the reports of the past month, without changing one', async () => {
    const first = await signalOf('grofvuil')
    await signalOf('grofvuil')
    await signalOf('prullenbak')
    const old = await signalOf('grofvuil')
    await town.context.db.kysely
      .updateTable('signal')
      .set({ created_at: new Date('2026-01-01T12:00:00Z') })
      .where('id', '=', old)
      .execute()

    expect((await tryOut('sub == "Grofvuil"')).body).toMatchObject({
      count: 3,
      is_capped: false,
      matches: 2,
      moves: 2,
      examples: [{ category: 'Grofvuil', from: ['AFV'] }, { id: first }],
    })
    expect((await tryOut('sub == "Grofvuil"', { to: 'AFV' })).body).toMatchObject({ matches: 2, moves: 0 })
    expect((await tryOut('location in areas."Wijk"."W"')).body.matches).toBe(3)

    const rule = await create('grofvuil', 'sub == "Grofvuil"', { to: 'VTH', order: 3 })
    expect((await tryOut('sub == "Grofvuil"')).body).toMatchObject({ matches: 0 })
    expect((await tryOut('sub == "Grofvuil"', { order: 2 })).body).toMatchObject({
      moves: 2,
      examples: [{ from: ['VTH'] }, {}],
    })
    expect((await tryOut('sub == "Grofvuil"', { expression: rule })).body.moves).toBe(2)
    const { body } = await town.api.ask('GET', `/private/signals/${first}`)
    expect(body.routing_departments ?? []).toEqual([])
    expect(await tryOut('sub ==')).toMatchObject({
      status: 400,
      body: { code: [expect.stringContaining('1:')] },
    })
  })

  it('may ask for answers, and change with an account of it', async () => {
    const validate = async (expression: string) => {
      const query = new URLSearchParams({ type: 'routing', expression })
      return (await town.api.ask('GET', `/private/expressions/validate?${query}`)).status
    }
    expect([await validate('extra_wat == "Bank"'), await validate('extra_hoe == "Bank"')]).toEqual([200, 400])

    const [one, two] = [await create('een', 'sub == "a"'), await create('twee', 'sub == "b"', { order: 2 })]
    const order = (ids: number[]) => town.api.ask('POST', '/private/expressions/order', { body: { ids } })
    expect((await order([two, one])).status).toBe(204)
    for (const ids of [[one], [one, one], [one, two, 999]]) expect((await order(ids)).status).toBe(400)
    await town.api.ask('PATCH', `/private/expressions/${one}`, { body: { code: 'sub == "c"' } })
    await town.api.ask('PATCH', `/private/expressions/${one}`, { body: { code: 'sub == "c"' } })
    const { body } = await town.api.ask('GET', `/private/expressions/${one}/history`)
    expect(body.map(({ action }: { action: string }) => action)).toEqual([
      'Regel gewijzigd naar:\n sub == "c"',
      'Volgorde gewijzigd naar:\n 2',
      expect.stringContaining('Naam gewijzigd naar:\n een'),
    ])
  })

  it('are tried by who may change them', async () => {
    const needs = ['sia_read', 'sia_expression_write']
    const answers = await findRightsAnswers(town.api, town.context, {
      method: 'POST',
      path: '/private/expressions/try',
      needs,
    })
    expect(answers).toEqual({ anonymous: 401, without: [403, 403], with: 400 })
  })
})
