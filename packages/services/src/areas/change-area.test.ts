import { describeEachDatabase, findRightsAnswers, loadConfiguration, openStaffApi } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { makeSignal, openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('an area that is there', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
    await loadConfiguration(town.context, {
      expressionTypes: [
        {
          name: 'routing',
          context: [
            { identifier: 'sub', type: 'str' },
            { identifier: 'areas', type: 'dict' },
            { identifier: 'location', type: 'point' },
          ],
        },
      ],
    })
  })

  const ask: TestTown['api']['ask'] = (...asked) => town.api.ask(...asked)
  const W = '/private/areas/district/W'
  const addRule = async () => {
    const { kysely } = town.context.db
    const type = await kysely
      .selectFrom('area_type')
      .select('name')
      .where('code', '=', 'district')
      .executeTakeFirstOrThrow()
    const { body } = await ask('GET', '/private/departments')
    return ask('POST', '/private/expressions', {
      body: {
        name: 'Naar west',
        code: `location in areas."${type.name}"."W"`,
        type: 'routing',
        routing_department: { department: { id: body.results[0].id }, is_active: true, order: 1 },
      },
    })
  }
  const addFilter = () =>
    ask('POST', '/private/me/filters', { body: { name: 'West', options: { area_code: ['W', 'O'] } } })
  const filterCodes = async () =>
    (await ask('GET', '/private/me/filters')).body.results[0].options.area_code ?? []

  it('tells what leans on it, and goes only when that is known', async () => {
    await makeSignal(town)
    await addFilter()
    expect((await addRule()).status).toBe(201)
    const { body } = await ask('GET', `${W}/uses`)
    expect(body).toMatchObject({ rules: [{ name: 'Naar west' }], filters: 1, followers: 0 })
    const isActive = body.rules[0].is_active
    expect((await ask('DELETE', W)).status).toBe(isActive ? 409 : 204)
    if (isActive) expect((await ask('DELETE', `${W}?even_if_named=true`)).status).toBe(204)
    expect(await filterCodes()).toEqual(['O'])
    expect((await ask('GET', `${W}/uses`)).status).toBe(404)
    const { body: log } = await ask('GET', '/private/audit-log?action=area.removed')
    expect(log.results).toMatchObject([{ object_id: 'district/W' }])
  })

  it('gets another name, code and shape', async () => {
    await addFilter()
    const geometry = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [4, 52],
            [5, 52],
            [5, 53],
            [4, 52],
          ],
        ],
      ],
    }
    const answer = await ask('PATCH', W, { body: { name: 'Westerpark', code: 'WP', geometry } })
    expect(answer).toMatchObject({ status: 200, body: { type: 'district', code: 'WP' } })
    const { body } = await ask('GET', '/private/areas?code=WP')
    expect(body.results).toMatchObject([{ name: 'Westerpark', bbox: [4, 52, 5, 53] }])
    expect(await filterCodes()).toEqual(['WP', 'O'])
    expect((await ask('PATCH', '/private/areas/district/O', { body: { code: 'WP' } })).body).toHaveProperty(
      'code',
    )
    expect((await ask('PATCH', W, { body: { name: 'x' } })).status).toBe(404)
    expect((await ask('PATCH', '/private/areas/district/%00', { body: { name: 'x' } })).status).toBe(404)
  })

  it('comes from a server that is trusted, as GeoJSON or GML, and from no other', async () => {
    const asked: string[] = []
    const answers = [
      '<ExceptionReport/>',
      '<FeatureCollection><member><w><naam>Oud</naam></w></member></FeatureCollection>',
    ]
    const objectSource = {
      find: async () => undefined,
      readText: async (url: string) => {
        asked.push(url)
        return answers.shift() ?? 'niets'
      },
    }
    const settings = { ...town.context.settings, objectOrigins: ['https://kaart.example'] }
    const own = await openStaffApi({ ...town.context, settings, objectSource })
    const bring = (url: string, type_name = '') =>
      own.ask('POST', '/private/areas/fetch', { body: { url, type_name } })
    expect((await bring('https://elders.example/wfs')).body).toHaveProperty('url')
    const { body } = await bring('https://kaart.example/wfs', 'wijken')
    expect(body.features).toEqual([{ type: 'Feature', properties: { naam: 'Oud' }, geometry: null }])
    expect(asked.map((url) => new URL(url).searchParams.get('outputFormat'))).toEqual([
      'application/json',
      null,
    ])
    expect((await bring('https://kaart.example/leeg')).status).toBe(400)
  })

  it.each([
    ['GET', `${W}/uses`, 200],
    ['PATCH', W, 200],
    ['DELETE', '/private/areas/district/zomaar', 404],
    ['POST', '/private/areas/fetch', 400],
  ] as const)('is for who may write areas: %s %s', async (method, path, allowed) => {
    const needs = ['sia_write', 'sia_area_write']
    const answers = await findRightsAnswers(town.api, town.context, { method, path, needs })
    expect(answers).toEqual({ anonymous: 401, without: [403, 403], with: allowed })
  })
})
