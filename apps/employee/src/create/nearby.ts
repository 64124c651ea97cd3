import type { PointFeature } from '../api/wire.ts'

export interface NearbyPoint {
  readonly id: number
  readonly created_at: string
}

export interface NearbyReport extends NearbyPoint {
  readonly metres: number
}

const METRES_PER_DEGREE = 111_320

/** What lies within so many metres of a place, nearest first. */
export function findNearby(
  features: readonly PointFeature<NearbyPoint>[],
  [longitude, latitude]: readonly [number, number],
  within: number,
): NearbyReport[] {
  const narrowing = Math.cos((latitude * Math.PI) / 180)
  return features
    .map(({ geometry, properties }) => {
      const [x, y] = geometry.coordinates
      const metres = Math.hypot((x - longitude) * narrowing, y - latitude) * METRES_PER_DEGREE
      return { ...properties, metres: Math.round(metres) }
    })
    .filter(({ metres }) => metres <= within)
    .sort((left, right) => left.metres - right.metres)
}
