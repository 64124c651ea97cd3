import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssetQuestion } from './model.ts'
import { isAllowedSource, readMapObjects, widenBox } from './object-request.ts'
import { readQuestion } from './read-question.ts'

const question = readQuestion({
  key: 'lamp',
  field_type: 'asset_select',
  meta: {
    featureTypes: [
      {
        label: 'Lamp',
        description: 'Lamp {{ nummer }}',
        idField: 'code',
        typeField: 'soort',
        typeValue: 'lamp',
      },
    ],
  },
}) as AssetQuestion

describe('objects of a source', () => {
  it('are points, with only what the question uses', () => {
    const feature = (geometry: object, properties: object = {}) => ({ type: 'Feature', geometry, properties })
    const polygon = [
      [
        [4, 52],
        [4.2, 52],
        [4.2, 52.2],
        [4, 52.2],
        [4, 52],
      ],
    ]
    const objects = readMapObjects(question, {
      features: [
        feature(
          { type: 'Point', coordinates: [4.1, 52.1, 3] },
          { code: 7, soort: 'lamp', nummer: 'L7', eigenaar: 'Jansen', __proto__: null },
        ),
        feature({ type: 'Polygon', coordinates: polygon }),
        feature({ type: 'Point', coordinates: [400, 52] }),
        feature({ type: 'Point' }),
        null,
      ],
    })
    expect(objects).toMatchObject([
      { geometry: { coordinates: [4.1, 52.1] }, properties: { code: 7, soort: 'lamp', nummer: 'L7' } },
      { geometry: { type: 'Point', coordinates: [4.1, 52.1] } },
    ])
    expect(JSON.stringify(objects)).not.toContain('Jansen')
    for (const wrong of [undefined, null, 'x', { features: 'x' }]) {
      expect(readMapObjects(question, wrong)).toEqual([])
    }
    const many = Array.from({ length: 900 }, () => feature({ type: 'Point', coordinates: [4, 52] }))
    expect(readMapObjects(question, { features: many })).toHaveLength(500)
  })

  it.each([
    ['https://data.example/wfs?bbox={west}', true],
    ['http://data.example/wfs', false],
    ['https://data.example:8443/wfs', false],
    ['https://iemand@data.example/wfs', false],
    ['https://data.example.evil.example/', false],
    ['/demo/objects', false],
  ])('come from %s: %s', (endpoint, allowed) => {
    expect(isAllowedSource(endpoint, ['https://data.example'])).toBe(allowed)
  })

  it('are asked for by parts of the map that hold what was asked, and are not too large', () => {
    const edge = fc.double({ min: 0.0001, max: 0.06, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: -179, max: 179, noNaN: true }), edge, edge, (west, width, height) => {
        const box = { west, south: 52, east: west + width, north: 52 + height }
        const wide = widenBox(box)
        if (!wide) return
        expect(wide.west).toBeLessThanOrEqual(box.west + 1e-6)
        expect(wide.east).toBeGreaterThanOrEqual(box.east - 1e-6)
        expect(wide.east - wide.west).toBeLessThan(0.066)
      }),
    )
    expect(widenBox({ west: 4, south: 52, east: 5, north: 53 })).toBeUndefined()
    expect(widenBox({ west: 5, south: 52, east: 4, north: 53 })).toBeUndefined()
  })
})
