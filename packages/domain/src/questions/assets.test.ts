import { describe, expect, it } from 'vitest'
import { describeFeature, fillAssetEndpoint, findFeatureType } from './assets.ts'
import type { AssetQuestion } from './model.ts'
import { readQuestion } from './read-question.ts'

describe('objects on the map', () => {
  const question = readQuestion({
    key: 'x',
    field_type: 'asset_select',
    meta: {
      featureTypes: [
        {
          label: 'Lamp',
          description: 'Lamp {{ nummer }}{{weg}}',
          typeField: 'soort',
          typeValue: '1',
          icon: { iconUrl: '/l.svg' },
        },
        { label: 'Overig' },
      ],
    },
  }) as AssetQuestion

  it('are asked for by the corners of the map', () => {
    const box = { west: 4, south: 52, east: 5, north: 53 }
    expect(
      fillAssetEndpoint('https://data.example/?bbox=%7Bwest%7d,{south},{east},{north},{srsName}&x={x}', box),
    ).toBe('https://data.example/?bbox=4,52,5,53,EPSG:4326&x={x}')
  })

  it('are of a type, with a description', () => {
    const type = findFeatureType(question, { soort: 1 })
    expect(type).toMatchObject({ label: 'Lamp', iconUrl: '/l.svg' })
    expect(type && describeFeature(type, { nummer: 7 })).toBe('Lamp 7')
    expect(findFeatureType(question, {})).toMatchObject({ label: 'Overig', typeValue: 'Overig' })
    expect(question.most).toBe(1)
  })
})
