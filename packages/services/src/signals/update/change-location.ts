import { invalid } from '../../problem.ts'
import type { Settings } from '../../settings/settings.ts'
import type { CheckedLocation } from '../location/check-location.ts'
import { findPlaceFault } from '../location/check-place.ts'
import type { DerivedAreas } from '../location/derive-areas.ts'
import { placeLocation, toPlaceColumns, toPlaceEvent } from '../location/place-row.ts'
import type { PartChange } from './part-change.ts'

export interface LocationChange {
  readonly location: CheckedLocation
  readonly areas: DerivedAreas
  readonly settings: Settings
  readonly by: string | null
}

export function changeLocation({ location, areas, settings, by }: LocationChange): PartChange {
  const fault = findPlaceFault(location.position, settings)
  if (fault !== undefined) throw invalid({ location: { geometrie: [fault] } })
  const placed = placeLocation(location, areas)
  return { columns: toPlaceColumns(placed, by), ...toPlaceEvent(placed), idColumn: 'location_id' }
}
