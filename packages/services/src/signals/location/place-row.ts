import { type Address, formatAddressText, type HistoryEvent } from '@signalen/domain'
import { sql } from 'kysely'
import type { HistoryFacts } from '../history/history-rows.ts'
import type { CheckedLocation } from './check-location.ts'
import type { DerivedAreas } from './derive-areas.ts'

/** A location that was checked and found on the map. */
export type PlacedLocation = CheckedLocation

/** What was found on the map goes before what was sent. */
export function placeLocation(location: CheckedLocation, { district, area }: DerivedAreas): PlacedLocation {
  return {
    ...location,
    district: district ?? location.district,
    areaTypeCode: area?.typeCode ?? location.areaTypeCode,
    areaCode: area?.code ?? location.areaCode,
    areaName: area?.name ?? location.areaName,
  }
}

const TEXT_LENGTH = 256
const POSTCODE_LENGTH = 7

/** The columns of `signal` that tell where it is. */
export function toPlaceColumns(location: PlacedLocation, createdBy: string | null) {
  const [longitude, latitude] = location.position
  return {
    geometry: sql<string>`public.ST_SetSRID(public.ST_MakePoint(${longitude}, ${latitude}), 4326)`,
    stadsdeel: location.district,
    buurt_code: location.neighbourhoodCode,
    area_type_code: location.areaTypeCode,
    area_code: location.areaCode,
    area_name: location.areaName,
    ...toAddressColumns(location),
    location_created_by: createdBy,
  }
}

/** The columns that tell the address, and whether the register knows it. */
export function toAddressColumns({
  address,
  extraProperties,
  bagValidated,
}: Pick<CheckedLocation, 'address' | 'bagValidated'> & { readonly extraProperties: unknown }) {
  return {
    address: jsonOrNull(address),
    address_text: formatAddressText(address).slice(0, TEXT_LENGTH),
    postcode: findPostcode(address),
    location_extra_properties: jsonOrNull(extraProperties),
    bag_validated: bagValidated,
  }
}

function findPostcode(address: Address | null): string | null {
  const postcode = address?.postcode
  return typeof postcode === 'string' && postcode.length <= POSTCODE_LENGTH ? postcode : null
}

export function toPlaceEvent(location: PlacedLocation): { event: HistoryEvent; facts: HistoryFacts } {
  const { district, address, position, neighbourhoodCode, areaTypeCode, areaCode, areaName } = location
  return {
    event: { type: 'location', district, address, position },
    facts: { neighbourhoodCode, areaTypeCode, areaCode, areaName, extraProperties: location.extraProperties },
  }
}

export function jsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
