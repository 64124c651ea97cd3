import { createTestContext, describeEachDatabase, loadConfiguration, openTestApi } from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, it } from 'vitest'

const ENDPOINT =
  'https://data.example/wfs?service=WFS&request=GetFeature&outputFormat=json&srsName={srsName}&bbox={west},{south},{east},{north}'
const question = (key: string, endpoint: string) => ({
  key,
  fieldType: 'asset_select',
  required: false,
  meta: {
    endpoint,
    featureTypes: [
      {
        label: 'Lamp',
        description: '',
        idField: 'code',
        typeValue: 'lamp',
        icon: { iconUrl: 'https://data.example/lamp.svg' },
      },
      {
        label: 'Paal',
        description: '',
        typeValue: 'paal',
        icon: { iconUrl: 'https://elders.example/paal.svg' },
      },
    ],
  },
})

describeEachDatabase('objects from open data', (database) => {
  let app: FastifyInstance
  let asked: string[]
  let answer: () => unknown
  let picture: string

  beforeEach(async () => {
    await database.reset()
    asked = []
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>'
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
      readPicture: async (url: string) => {
        asked.push(url)
        return Buffer.from(picture, 'latin1')
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

  it('have their pictures through our own server as well, when they are pictures', async () => {
    const icon = (index: number | string) =>
      app.inject(`/signals/v1/public/objects/wegen/lamp/lamp/icons/${index}`)
    const drawing = await icon(0)
    expect([drawing.statusCode, drawing.headers['content-type'], drawing.body]).toEqual([
      200,
      'image/svg+xml',
      picture,
    ])
    expect(drawing.headers['content-security-policy']).toContain('sandbox')
    expect(drawing.headers['x-content-type-options']).toBe('nosniff')
    expect(asked).toEqual(['https://data.example/lamp.svg'])
    for (const index of [1, 2, 'x']) expect((await icon(index)).statusCode).toBe(404)
    expect(asked).toHaveLength(1)
    picture = '\x89PNG\r\n\x1a\n'
    expect((await icon(0)).headers['content-type']).toBe('image/png')
    for (picture of ['<html></html>', '<svg><script>alert(1)</script></svg>', '']) {
      expect((await icon(0)).statusCode).toBe(404)
    }
  })
})
