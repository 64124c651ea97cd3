import { formatPostcode, formatStreet } from '@signalen/domain'
import { Alert, Paragraph } from '@signalen/ui'
import { useState } from 'react'
import { findNearestAddress, useAddressSearch } from '../api/addresses.ts'
import { useMessages } from '../language/language-context.tsx'
import { LazyPlaceMap } from '../map/LazyMap.tsx'
import { AddressCombobox } from './AddressCombobox.tsx'

export interface Place {
  readonly coordinates: readonly [longitude: number, latitude: number]
  readonly address: Readonly<Record<string, unknown>> | null
}

interface PlacePickerProps {
  readonly id: string
  readonly place: Place | undefined
  readonly onChange: (place: Place) => void
  readonly error?: string | undefined
}

/** A place by its address or on the map; either way is enough. */
export function PlacePicker({ id, place, onChange, error }: PlacePickerProps) {
  const { place: texts } = useMessages().forms
  const [typed, setTyped] = useState('')
  const search = useAddressSearch(typed)
  async function pick([longitude, latitude]: readonly [number, number]) {
    const coordinates = [round(longitude), round(latitude)] as const
    onChange({ coordinates, address: null })
    const near = await findNearestAddress(longitude, latitude).catch(() => undefined)
    if (near) onChange({ coordinates, address: near.address })
  }
  return (
    <div className="place-picker">
      <AddressCombobox
        id={id}
        label={texts.search}
        description={texts.searchHint}
        error={error}
        typed={typed}
        addresses={search.data?.results ?? []}
        isSearching={search.isFetching}
        onType={setTyped}
        onChoose={({ geometrie, address }) => onChange({ coordinates: geometrie.coordinates, address })}
      />
      {search.isError && (
        <Alert kind="warning" role="status">
          <Paragraph>{texts.unreachable}</Paragraph>
        </Alert>
      )}
      <p className="place-picker__chosen" role="status">
        <strong>{texts.chosen}:</strong> {place ? presentPlace(place, texts.pinned) : texts.none}
      </p>
      <p className="fact__note">{texts.pick}</p>
      <LazyPlaceMap
        label={texts.map}
        place={place?.coordinates}
        onPick={(picked) => void pick(picked)}
        className="map map--picker"
      />
    </div>
  )
}

export function presentPlace(place: Place, pinned: string): string {
  return (
    presentAddress(place.address) ||
    `${pinned} (${place.coordinates.map((degrees) => degrees.toFixed(5)).join(', ')})`
  )
}

/** «Dorpsstraat 1a, 1234 AB Voorbeeldstad» */
export function presentAddress(address: Readonly<Record<string, unknown>> | null): string {
  if (!address) return ''
  const town = [formatPostcode(String(address.postcode ?? '')), address.woonplaats].filter(Boolean).join(' ')
  return [formatStreet(address), town].filter(Boolean).join(', ')
}

/** To about ten centimetres. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
