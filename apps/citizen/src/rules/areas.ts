import type { Area } from '../api/areas.ts'

interface Spot {
  readonly longitude: number
  readonly latitude: number
}

/** Inside when a line from the spot to the east crosses the outlines an odd number of times. */
export function isInArea({ longitude, latitude }: Spot, { parts }: Pick<Area, 'parts'>): boolean {
  return parts.some((rings) => rings.filter((ring) => isInRing(longitude, latitude, ring)).length % 2 === 1)
}

function isInRing(x: number, y: number, ring: readonly (readonly [number, number])[]): boolean {
  let isInside = false
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring.at(index - 1) ?? [x1, y1]
    const isCrossed = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
    if (isCrossed) isInside = !isInside
  }
  return isInside
}
