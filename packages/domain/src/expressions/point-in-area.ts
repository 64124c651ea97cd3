/** GeoJSON: polygons, each a ring with the holes in it. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly Polygon[]
}

type Polygon = readonly Ring[]
type Ring = readonly (readonly number[])[]

export function isPointInArea(longitude: number, latitude: number, area: MultiPolygon): boolean {
  return area.coordinates.some((polygon) => isInPolygon(longitude, latitude, polygon))
}

/** A hole turns inside to outside again. */
function isInPolygon(x: number, y: number, polygon: Polygon): boolean {
  return polygon.filter((ring) => isInRing(x, y, ring)).length % 2 === 1
}

/**
 * Counts the edges east of the point. Each edge owns its lower end only, so that a point on the border
 * of two areas belongs to one of them.
 */
function isInRing(x: number, y: number, ring: Ring): boolean {
  let isInside = false
  let [fromX = Number.NaN, fromY = Number.NaN] = ring.at(-1) ?? []
  for (const [toX = Number.NaN, toY = Number.NaN] of ring) {
    const crosses = fromY > y !== toY > y
    if (crosses && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) isInside = !isInside
    fromX = toX
    fromY = toY
  }
  return isInside
}
