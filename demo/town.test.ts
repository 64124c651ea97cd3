import { existsSync, readFileSync } from 'node:fs'
import { findFeatureType } from '@signalen/domain'
import type { FeatureCollection, Point as PointGeometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { listAddresses } from './addresses.ts'
import { isInRing } from './geometry.ts'
import municipality from './municipality.json' with { type: 'json' }
import { findObjects, isObjectKind } from './objects.ts'
import { loadQuestions } from './reports/answers.ts'
import { buildAreas } from './scripts/areas.ts'
import { buildAddresses } from './scripts/build-addresses.ts'
import { placeBuildings } from './scripts/place-buildings.ts'
import { readTown } from './scripts/read-town.ts'
import type { AddressFile } from './types.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const file = read('addresses.json') as AddressFile
const objects = read('objects.geojson') as FeatureCollection<PointGeometry>
const addresses = listAddresses(file)
const [west = 0, south = 0, east = 0, north = 0] = municipality.municipality.boundingBox

function isInside(longitude: number, latitude: number): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

describe('addresses', () => {
  test('are those that the drawn streets give', () => {
    const built = buildAddresses(placeBuildings(readTown()).houses, buildAreas())
    expect(built.streets).toEqual(file.streets)
  })

  test('are many, on many streets', () => {
    expect(file.streets.length).toBeGreaterThanOrEqual(60)
    expect(addresses.length).toBeGreaterThanOrEqual(1500)
  })

  test('stand inside the municipality, in one quarter and one part of town', () => {
    for (const { longitude, latitude, address } of addresses) {
      const around = file.areas.filter(({ geometry }) =>
        isInRing([longitude, latitude], geometry.coordinates[0]?.[0] ?? []),
      )
      expect(
        around.map(({ type }) => type).sort(),
        `${address.openbare_ruimte} ${address.huisnummer}`,
      ).toEqual(['district', 'sia-stadsdeel'])
      expect(isInside(longitude, latitude)).toBe(true)
    }
  })

  test('are told apart by street, number and extension, and have a Dutch postcode', () => {
    const names = addresses.map(({ address }) =>
      [address.openbare_ruimte, address.huisnummer, address.huisletter, address.huisnummer_toevoeging].join(
        ' ',
      ),
    )
    expect(new Set(names).size).toBe(names.length)
    expect(addresses.filter(({ address }) => !/^26\d\d(?!SA|SD|SS)[A-Z]{2}$/.test(address.postcode))).toEqual(
      [],
    )
    expect(addresses.filter(({ address }) => !/^[1-9]\d*$/.test(address.huisnummer))).toEqual([])
  })

  test('a postcode belongs to one street', () => {
    const streets = Map.groupBy(addresses, ({ address }) => address.postcode)
    const shared = [...streets.values()].filter(
      (group) => new Set(group.map(({ address }) => address.openbare_ruimte)).size > 1,
    )
    expect(shared).toEqual([])
  })
})

describe('objects on the map', () => {
  test('are inside the municipality and have their own numbers', () => {
    const numbers = objects.features.map(({ properties }) => `${properties?.kind} ${properties?.id}`)
    expect(new Set(numbers).size).toBe(numbers.length)
    const outside = objects.features.filter(
      ({
        geometry: {
          coordinates: [longitude = 0, latitude = 0],
        },
      }) => !isInside(longitude, latitude),
    )
    expect(outside).toEqual([])
  })

  test('there are street lights, trees, and containers of every type', () => {
    const count = (kind: string) =>
      objects.features.filter(({ properties }) => properties?.kind === kind).length
    expect(count('street-light')).toBeGreaterThanOrEqual(400)
    expect(count('tree')).toBeGreaterThanOrEqual(250)
    expect(count('container')).toBeGreaterThanOrEqual(50)
    const types = objects.features
      .filter(({ properties }) => properties?.kind === 'container')
      .map(({ properties }) => properties?.type)
    expect(new Set(types)).toEqual(new Set(['rest', 'papier', 'glas', 'plastic']))
  })
})

describe('the questions that point at objects', () => {
  const questions = loadQuestions()
  const asked = municipality.categories
    .flatMap(({ slug: main, children }) => children.flatMap(({ slug }) => questions(main, slug)))
    .filter((question) => question.kind === 'assets')

  test.each(asked)('$key finds objects under its address, each of a type that it knows', (question) => {
    const [, kind = ''] = /^\/demo\/objects\/([\w-]+)\?/.exec(question.endpoint ?? '') ?? []
    if (!isObjectKind(kind)) throw new Error(`No objects are called "${kind}".`)
    const found = findObjects(kind, { west, south, east, north }).features
    expect(found.length).toBeGreaterThan(0)
    expect(
      found.filter(({ properties }) => findFeatureType(question, properties ?? {}) === undefined),
    ).toEqual([])
  })

  test('have icons that are there', () => {
    const icons = asked.flatMap(({ featureTypes }) => featureTypes).map(({ iconUrl = '' }) => iconUrl)
    expect(icons.filter((icon) => !existsSync(new URL(`..${icon}`, import.meta.url)))).toEqual([])
  })
})
