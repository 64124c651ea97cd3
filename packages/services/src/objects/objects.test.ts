import { createTestContext, describeEachDatabase, loadConfiguration, openTestApi } from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, it } from 'vitest'

const ENDPOINT =
  'https://data.example/wfs?service=WFS&request=GetFeature&outputFormat=json&srsName={srsName}&bbox={west},{south},{east},{north}'
const question = (key: string, endpoint: string) => ({
  key,
  fieldType: 'asset_select',
  required: false,
  meta: { endpoint, featureTypes: [{ label: 'Lamp', description: '', idField: 'code', typeValue: 'lamp' }] },
})

describeEachDatabase('objects from open data', (database) => {
  let app: FastifyInstance
  let asked: string[]
  let answer: () => unknown

  beforeEach(async () => {
    await database.reset()
    asked = []
    answer = () => ({
      features: [{ geometry: { type: 'Point', coordinates: [4.35, 52] }, properties: { code: 7 } }],
    })
    const { context } = createTestContext(database.municipality, {
      settings: { objectOrigins: ['https://data.example'] },
    })
    await loadConfiguration(context, {
      categories: [
        {
          slug: 'wegen',
          name: 'Wegen',
          questions: [question('lamp', ENDPOINT), question('elders', 'https://elders.example/?{west}')],
          children: [{ slug: 'lamp', name: 'Lamp' }],
        },
      ],
    })
    const objectSource = {
      find: async (url: string) => {
        asked.push(url)
        return answer()
      },
    }
    app = await openTestApi({ ...context, objectSource })
  })

  const ask = (key: string, bbox: string) =>
    app.inject(`/signals/v1/public/objects/wegen/lamp/${key}?bbox=${bbox}`)

  it('come through our own server, from servers that the municipality trusts only', async () => {
    const found = await ask('lamp', '4.3501,51.9999,4.3549,52.0011')
    expect(found.statusCode).toBe(200)
    expect(found.headers['cache-control']).toBe('public, max-age=300')
    expect(found.json()).toEqual({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: 'Point', coordinates: [4.35, 52] }, properties: { code: 7 } },
      ],
    })
    expect(asked).toEqual([
      ENDPOINT.replace('{srsName}', 'EPSG:4326').replace(
        '{west},{south},{east},{north}',
        '4.35,51.998,4.356,52.002',
      ),
    ])
    expect((await ask('elders', '4.35,52,4.351,52.001')).statusCode).toBe(404)
    expect((await ask('nergens', '4.35,52,4.351,52.001')).statusCode).toBe(404)
    expect((await ask('lamp', '4,52,5,53')).statusCode).toBe(400)
    expect((await ask('lamp', 'x')).statusCode).toBe(400)
    expect(asked).toHaveLength(1)
    answer = () => {
      throw new Error('kapot')
    }
    expect((await ask('lamp', '4.35,52,4.351,52.001')).statusCode).toBe(503)
  })
})
