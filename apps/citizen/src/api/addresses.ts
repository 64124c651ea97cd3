import { formatPostcode, formatStreet } from '@signalen/domain'
import type { ChosenPlace, PlaceAddress, PlaceSource } from '../drafts/draft.ts'
import { type Api, within } from './api-client.ts'
import { fieldsOf, listOf, resultsOf, textOf } from './read-json.ts'

const PATIENCE_MILLISECONDS = 4000
const MOST_ADDRESSES = 10

/** Addresses that fit; undefined when the source of addresses cannot be reached. */
export async function searchAddresses(api: Api, query: string): Promise<ChosenPlace[] | undefined> {
  return ask(api, `/signals/v1/public/addresses?${new URLSearchParams({ q: query })}`, 'address')
}

/** The address nearest to a point, if there is one near. */
export async function findNearestAddress(
  api: Api,
  longitude: number,
  latitude: number,
  source: PlaceSource,
): Promise<ChosenPlace | undefined> {
  const query = new URLSearchParams({ lon: String(longitude), lat: String(latitude) })
  const found = await ask(api, `/signals/v1/public/addresses/nearest?${query}`, source)
  return found?.[0]
}

async function ask(api: Api, path: string, source: PlaceSource): Promise<ChosenPlace[] | undefined> {
  const answer = await within(
    PATIENCE_MILLISECONDS,
    api.get(path).catch(() => undefined),
  )
  if (!answer?.ok) return undefined
  return resultsOf(answer.body)
    .flatMap((result) => readPlace(result, source) ?? [])
    .slice(0, MOST_ADDRESSES)
}

function readPlace(value: unknown, source: PlaceSource): ChosenPlace | undefined {
  const { display, address, geometrie } = fieldsOf(value)
  const [longitude, latitude] = listOf(fieldsOf(geometrie).coordinates)
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  const found = readAddress(address)
  return { source, longitude, latitude, address: found, display: textOf(display) || displayAddress(found) }
}

export function readAddress(value: unknown): PlaceAddress {
  const fields = fieldsOf(value)
  return {
    openbare_ruimte: textOf(fields.openbare_ruimte),
    huisnummer: textOf(fields.huisnummer),
    huisletter: textOf(fields.huisletter),
    huisnummer_toevoeging: textOf(fields.huisnummer_toevoeging),
    postcode: textOf(fields.postcode),
    woonplaats: textOf(fields.woonplaats),
  }
}

export function displayAddress(address: PlaceAddress): string {
  const town = `${formatPostcode(address.postcode)} ${address.woonplaats}`.trim()
  return [formatStreet(address), town].filter((part) => part !== '').join(', ')
}
