import type { SearchArea } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'

/** Where a municipality looks for addresses: in its own places, from its middle outwards. */
export function searchAreaOf({ addressMunicipalities, boundingBox }: Settings): SearchArea {
  const [west, south, east, north] = boundingBox
  return {
    municipalities: addressMunicipalities,
    near: { longitude: (west + east) / 2, latitude: (south + north) / 2 },
  }
}
