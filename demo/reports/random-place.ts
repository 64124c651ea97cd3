import { readFileSync } from 'node:fs'
import type { AssetAnswer } from '@signalen/domain'
import type { FeatureCollection, Point as PointGeometry } from 'geojson'
import { listAddresses } from '../addresses.ts'
import { distance, toMetres } from '../geometry.ts'
import type { Random } from '../random.ts'
import type { AddressedPlace, AddressFile, DemoReport } from '../types.ts'
import { PARKS } from './parks.ts'
import type { Voice } from './voices.ts'

export type Place = DemoReport['place']
type TownObject = {
  type: string
  id: string
  label: string
  longitude: number
  latitude: number
  street: string
}
export type TownData = {
  addresses: AddressedPlace[]
  byStreet: ReadonlyMap<string, AddressedPlace[]>
  centre: AddressedPlace[]
  objects: TownObject[]
}

/** Which kind of object belongs to a report in this category, by the key of the question about it. */
const OBJECTS: Record<string, { question: string; type: string }> = {
  'lantaarnpaal-straatverlichting': { question: 'extra_lantaarnpaal', type: 'lamp' },
  'container-is-vol': { question: 'extra_container', type: 'rest' },
  'container-is-kapot': { question: 'extra_container', type: 'rest' },
  'container-voor-papier-is-vol': { question: 'extra_container', type: 'papier' },
  'container-glas-vol': { question: 'extra_container', type: 'glas' },
  'container-voor-plastic-afval-is-vol': { question: 'extra_container', type: 'plastic' },
  boom: { question: 'extra_boom', type: 'tree' },
  eikenprocessierups: { question: 'extra_eikenprocessierups', type: 'tree' },
}
const CENTRE = '2611'

export function loadTown(): TownData {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
  const addresses = listAddresses(read('addresses.json') as AddressFile)
  const byStreet = Map.groupBy(addresses, ({ address }) => address.openbare_ruimte)
  const centre = addresses.filter(({ address }) => address.postcode.startsWith(CENTRE))
  const { features } = read('objects.geojson') as FeatureCollection<PointGeometry>
  const objects = features.map(
    ({
      properties,
      geometry: {
        coordinates: [longitude = 0, latitude = 0],
      },
    }) => ({
      type: String(properties?.type),
      id: String(properties?.id),
      label: String(properties?.label ?? properties?.species ?? 'Lantaarnpaal'),
      street: String(properties?.street),
      longitude,
      latitude,
    }),
  )
  return { addresses, byStreet, centre, objects }
}

/** Where something happened, and the object that it is about when there is one. */
export function pickPlace(
  voice: Voice,
  town: TownData,
  random: Random,
): { place: Place; object: { key: string; answer: AssetAnswer } | undefined } {
  if (voice.park !== undefined) {
    const spots: readonly (readonly [number, number])[] = PARKS[voice.park]
    const [longitude, latitude] = random.pick(spots)
    return { place: { longitude, latitude, address: null }, object: undefined }
  }
  const kind = OBJECTS[voice.sub]
  const candidates =
    kind === undefined
      ? []
      : town.objects.filter(
          ({ type, street }) =>
            type === kind.type && (voice.street ?? street) === street && town.byStreet.has(street),
        )
  if (kind !== undefined && candidates.length > 0 && random.chance(0.8))
    return placeAtObject(kind.question, random.pick(candidates), town)
  return { place: pickAddress(voice, town, random), object: undefined }
}

/** More happens in the centre than elsewhere. On a road without houses it happens by a street light. */
function pickAddress({ street }: Voice, town: TownData, random: Random): Place {
  if (street === undefined) return random.pick(random.chance(0.4) ? town.centre : town.addresses)
  const there = town.byStreet.get(street)
  if (there !== undefined) return random.pick(there)
  const lights = town.objects.filter((object) => object.type === 'lamp' && object.street === street)
  const { longitude, latitude } = random.pick(lights)
  return { longitude, latitude, address: null }
}

function placeAtObject(
  key: string,
  { id, type, label, longitude, latitude, street }: TownObject,
  town: TownData,
) {
  const here = toMetres([longitude, latitude])
  const nearest = (town.byStreet.get(street) ?? []).reduce<AddressedPlace | undefined>((best, candidate) => {
    const isNearer = best === undefined || metresTo(here, candidate) < metresTo(here, best)
    return isNearer ? candidate : best
  }, undefined)
  const answer = {
    id,
    type,
    label: `${label} ${id}`,
    description: `${label} ${id}`,
    coordinates: { lat: latitude, lng: longitude },
  }
  return { place: { longitude, latitude, address: nearest?.address ?? null }, object: { key, answer } }
}

function metresTo(here: readonly [number, number], { longitude, latitude }: AddressedPlace): number {
  return distance(here, toMetres([longitude, latitude]))
}
