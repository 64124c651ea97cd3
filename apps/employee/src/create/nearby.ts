import type { PointFeature } from '../api/wire.ts'
import { metresBetween, type Place } from '../map/distance.ts'

export interface NearbyPoint {
  readonly id: number
  readonly created_at: string
}

export interface NearbyReport extends NearbyPoint {
  readonly metres: number
}

/** What lies within so many metres of a place, nearest first. */
export function findNearby(
  features: readonly PointFeature<NearbyPoint>[],
  place: Place,
  within: number,
): NearbyReport[] {
  return features
    .map(({ geometry, properties }) => {
      const metres = metresBetween(place, geometry.coordinates)
      return { ...properties, metres: Math.round(metres) }
    })
    .filter(({ metres }) => metres <= within)
    .sort((left, right) => left.metres - right.metres)
}
