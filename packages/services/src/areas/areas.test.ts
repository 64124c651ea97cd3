import {
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'

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

describeEachDatabase('areas', (database) => {
  let test: TestContext
  let api: StaffApi

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, {
      areaTypes: [
        { code: 'wijk', name: 'Wijk' },
        { code: 'buurt', name: 'Buurt' },
      ],
      areas: [
        { code: 'W2', name: 'Wijk 10', type: 'wijk', geometry: square(4.1, 52, 4.2, 52.1) },
        { code: 'W1', name: 'Wijk 2', type: 'wijk', geometry: square(4, 52, 4.1, 52.1) },
        { code: 'B1', name: 'Buurt 1', type: 'buurt', geometry: square(4, 52, 4.05, 52.05) },
      ],
    })
    api = await openStaffApi(test.context)
  })

  const namesOf = async (query: string) => {
    const { body } = await api.ask('GET', `/public/areas?${query}`, { as: null })
    return body.results?.map(({ name }: { name: string }) => name)
  }

  it('stand by type and name, with the box around them', async () => {
    const { body } = await api.ask('GET', '/public/areas')
    expect(body.results.map(({ name }: { name: string }) => name)).toEqual(['Buurt 1', 'Wijk 10', 'Wijk 2'])
    expect(body.results[0]).toEqual({
      name: 'Buurt 1',
      code: 'B1',
      type: { id: expect.any(Number), name: 'Buurt', code: 'buurt' },
      bbox: [4, 52, 4.05, 52.05],
    })
    expect((await api.ask('GET', '/private/areas')).body.results).toEqual(body.results)
  })

  it.each([
    ['type_code=wijk', ['Wijk 10', 'Wijk 2']],
    ['type_code=wijk&type_code=buurt', ['Buurt 1', 'Wijk 10', 'Wijk 2']],
    ['code=B1&code=W1', ['Buurt 1', 'Wijk 2']],
    ['ordering=-name', ['Wijk 2', 'Wijk 10', 'Buurt 1']],
    ['ordering=-_type,code', ['Wijk 2', 'Wijk 10', 'Buurt 1']],
    ['ordering=onzin', ['Buurt 1', 'Wijk 10', 'Wijk 2']],
    ['page_size=2&page=2', ['Wijk 2']],
  ])('are filtered, sorted and paged by %s', async (query, names) => {
    expect(await namesOf(query)).toEqual(names)
  })

  it.each(['type_code=onbekend', 'code=onbekend', 'code=%00'])(
    'refuse %s and name the parameter',
    async (query) => {
      const { status, body } = await api.ask('GET', `/public/areas?${query}`)
      expect([status, Object.keys(body)]).toEqual([400, [query.split('=')[0]]])
    },
  )

  it('give their shapes in pages, with the way to the next one in a header', async () => {
    const { body, headers } = await api.ask('GET', '/public/areas/geography?type_code=wijk&page_size=1')
    expect(body).toMatchObject({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: square(4.1, 52, 4.2, 52.1), properties: { code: 'W2' } }],
    })
    expect(headers['x-total-count']).toBe('2')
    expect(headers.link).toContain('geopage=2&page_size=1&type_code=wijk>; rel="next"')
    expect((await api.ask('GET', '/public/areas/geography?geopage=9')).status).toBe(404)
  })

  describe('adding', () => {
    const typeId = async () => (await api.ask('GET', '/private/area-types')).body.results[1].id

    it('gives back what was sent', async () => {
      const body = { name: 'Nieuw', code: 'N', _type: await typeId(), geometry: square(4, 52, 5, 53) }
      expect(await api.ask('POST', '/private/area', { body })).toMatchObject({ status: 201, body })
      expect(await namesOf('code=N')).toEqual(['Nieuw'])
      expect((await api.ask('POST', '/private/area', { body })).body).toHaveProperty('non_field_errors')
    })

    it.each([
      ['geometry', { geometry: { type: 'Polygon', coordinates: [] } }],
      ['geometry', { geometry: 'POINT (1 2)' }],
      ['geometry', { geometry: null }],
      // Two triangles that cross.
      [
        'geometry',
        {
          geometry: {
            type: 'MultiPolygon',
            coordinates: [
              [
                [
                  [4, 52],
                  [5, 53],
                  [5, 52],
                  [4, 53],
                  [4, 52],
                ],
              ],
            ],
          },
        },
      ],
      ['_type', { _type: 99_999_999_999 }],
      ['_type', { _type: 'x' }],
      ['name', { name: '' }],
      ['code', { code: 'x'.repeat(256) }],
    ])('refuses a wrong %s', async (field, change) => {
      const right = { name: 'Nieuw', code: 'N', _type: await typeId(), geometry: square(4, 52, 5, 53) }
      const { status, body } = await api.ask('POST', '/private/area', { body: { ...right, ...change } })
      expect([status, Object.keys(body)]).toEqual([400, [field]])
      expect(await namesOf('')).toHaveLength(3)
    })

    it('adds types, each with a code of its own', async () => {
      const body = { name: 'Werkgebied', code: 'werk', description: 'Buitendienst' }
      expect(await api.ask('POST', '/private/area-types', { body })).toMatchObject({
        status: 201,
        body: { name: 'Werkgebied', code: 'werk' },
      })
      expect((await api.ask('POST', '/private/area-types', { body })).body).toEqual({
        code: ['Dit veld moet uniek zijn.'],
      })
      const { results } = (await api.ask('GET', '/private/area-types')).body
      expect(results.map(({ code }: { code: string }) => code)).toEqual(['buurt', 'werk', 'wijk'])
    })
  })
})
