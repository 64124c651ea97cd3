import { isInsideBoundingBox } from '@signalen/domain'
import { displayAddress, readAddress } from '../api/addresses.ts'
import { fieldsOf, textOf } from '../api/read-json.ts'
import { type ChosenPlace, type DraftPlace, PLACE_SOURCES } from '../drafts/draft.ts'
import type { MapConfig } from '../options.ts'

export type PlaceFault = 'missing' | 'pickMissing' | 'notFound' | 'searchFailed' | 'outside'

export interface PlaceDecision {
  readonly place: DraftPlace
  readonly fault?: PlaceFault
}

export interface PlaceInput {
  readonly query: string
  readonly picked: ChosenPlace | undefined
  readonly description: string
}

/** Addresses that fit, or undefined when the source of addresses does not answer. */
export type Search = (query: string) => Promise<readonly ChosenPlace[] | undefined>

/** What is known of the place after a form was sent: chosen, still to choose, or not found. */
export async function decidePlace(
  known: DraftPlace,
  input: PlaceInput,
  map: MapConfig,
  search: Search,
): Promise<PlaceDecision> {
  const place = { ...known, description: input.description }
  const isNewQuery = input.query !== '' && input.query !== known.query
  if (input.picked && !isNewQuery) return choose(place, input.picked, map)
  if (isNewQuery) return searchPlace({ ...place, query: input.query }, map, search)
  if (place.chosen) return { place: { ...place, query: '', candidates: [] } }
  return { place, fault: place.candidates.length > 0 ? 'pickMissing' : 'missing' }
}

function choose(place: DraftPlace, picked: ChosenPlace, map: MapConfig): PlaceDecision {
  if (!isWithin(picked, map)) return { place, fault: 'outside' }
  return { place: { ...place, query: '', candidates: [], chosen: picked } }
}

async function searchPlace(place: DraftPlace, map: MapConfig, search: Search): Promise<PlaceDecision> {
  const found = await search(place.query)
  const inside = (found ?? []).filter((candidate) => isWithin(candidate, map))
  const [first] = inside
  if (first && inside.length === 1) return choose(place, first, map)
  if (found && found.length > 0 && inside.length === 0) {
    return { place: { ...place, candidates: [] }, fault: 'outside' }
  }
  const typed = createTypedPlace(place.query, map)
  const candidates = inside.length > 0 ? inside : [typed]
  return { place: { ...place, candidates }, fault: faultOf(found, inside) }
}

function faultOf(found: readonly ChosenPlace[] | undefined, inside: readonly ChosenPlace[]): PlaceFault {
  if (found === undefined) return 'searchFailed'
  return inside.length > 0 ? 'pickMissing' : 'notFound'
}

/** An address that nobody knows never refuses a report: it is kept as it was typed, in the middle of town. */
export function createTypedPlace(query: string, map: MapConfig): ChosenPlace {
  const [longitude, latitude] = map.center
  return {
    source: 'typed',
    longitude,
    latitude,
    address: readAddress({ openbare_ruimte: query }),
    display: query,
  }
}

export function isWithin({ longitude, latitude }: ChosenPlace, map: MapConfig): boolean {
  const [west, south, east, north] = map.bounds
  return isInsideBoundingBox([longitude, latitude], { west, south, east, north })
}

/** The value of a choice carries the whole place. */
export function writePlaceValue(place: ChosenPlace): string {
  return JSON.stringify(place)
}

export function readPlaceValue(value: string): ChosenPlace | undefined {
  const { source, longitude, latitude, address, display } = fieldsOf(parse(value))
  const known = PLACE_SOURCES.find((candidate) => candidate === source)
  if (!known || !isCoordinate(longitude, 180) || !isCoordinate(latitude, 90)) return undefined
  const found = address === null || address === undefined ? null : shorten(readAddress(address))
  const shown = textOf(display).slice(0, 200) || (found ? displayAddress(found) : '')
  return { source: known, longitude, latitude, address: found, display: shown }
}

function isCoordinate(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= limit
}

function shorten<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, String(value).slice(0, 100)]),
  ) as Fields
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
