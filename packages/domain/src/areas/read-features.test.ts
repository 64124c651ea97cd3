import { expect, it } from 'vitest'
import { fromDutchGrid, isOnDutchGrid } from './dutch-grid.ts'
import { readAreaFeatures } from './read-features.ts'

const FIELDS = { name: 'naam', code: 'code' }
const ring = [
  [4, 52, 0],
  [5, 52, 0],
  [5, 53, 0],
  [4, 52, 0],
]
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: [ring] }) => ({
  type: 'Feature',
  properties: { naam: 'West', code: 'W', ...properties },
  geometry,
})

it('makes an area of a plane, without its height', () => {
  expect(readAreaFeatures([feature({ code: 7 })], FIELDS)).toEqual([
    {
      code: '7',
      name: 'West',
      geometry: {
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
      },
    },
  ])
})

it.each([
  ['no name', feature({ naam: ' ' }), 'Bij "naam" staat niets.'],
  ['no feature', null, 'Bij "code" staat niets.'],
  ['a long code', feature({ code: 'x'.repeat(256) }), 'Wat bij "code" staat, is te lang of kan niet.'],
  [
    'a point',
    feature({}, { type: 'Point', coordinates: [4, 52] }),
    'Dit is geen vlak (Polygon of MultiPolygon).',
  ],
  ['nothing', feature({}, { type: 'MultiPolygon', coordinates: [] }), 'De vorm is leeg.'],
  [
    'metres',
    feature(
      {},
      {
        type: 'Polygon',
        coordinates: [
          [
            [84_000, 447_000],
            [1, 1],
            [2, 2],
            [84_000, 447_000],
          ],
        ],
      },
    ),
    'De coördinaten zijn geen lengte- en breedtegraden (WGS 84).',
  ],
  [
    'words',
    feature(
      {},
      {
        type: 'Polygon',
        coordinates: [
          [
            ['a', 1],
            [1, 1],
            [2, 2],
            ['a', 1],
          ],
        ],
      },
    ),
    'Er staat iets anders dan een getal in de vorm.',
  ],
  [
    'an open border',
    feature({}, { type: 'Polygon', coordinates: [ring.slice(0, 3).concat([[4.5, 52, 0]])] }),
    'De rand is niet gesloten.',
  ],
  [
    'too little',
    feature({}, { type: 'Polygon', coordinates: [ring.slice(0, 2)] }),
    'De rand heeft te weinig punten.',
  ],
])('tells what is wrong with %s', (_, wrong, reason) => {
  expect(readAreaFeatures([wrong], FIELDS)).toMatchObject([{ reason }])
})

it('takes each code once', () => {
  const [, second] = readAreaFeatures([feature({}), feature({ naam: 'Oost' })], FIELDS)
  expect(second?.reason).toBe('De code W staat twee keer in het bestand.')
})

it.each([
  ['the middle of the grid', 155_000, 463_000, 5.38720621, 52.1551744],
  ['the Westertoren', 120_700.723, 487_525.501, 4.88352559, 52.37453253],
])('finds %s in degrees', (_, x, y, longitude, latitude) => {
  expect(isOnDutchGrid(x, y)).toBe(true)
  expect(isOnDutchGrid(longitude, latitude)).toBe(false)
  const found = fromDutchGrid(x, y)
  expect(found[0]).toBeCloseTo(longitude, 5)
  expect(found[1]).toBeCloseTo(latitude, 5)
})
