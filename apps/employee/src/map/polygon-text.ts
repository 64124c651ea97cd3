type Point = readonly [longitude: number, latitude: number]

const MOST_POINTS = 60

/** A line that was drawn has hundreds of points: so many are enough. */
export function thinOut(points: readonly Point[]): Point[] {
  if (points.length <= MOST_POINTS) return [...points]
  const step = points.length / MOST_POINTS
  return Array.from({ length: MOST_POINTS }, (_, place) => points[Math.floor(place * step)]).filter(
    (point) => point !== undefined,
  )
}

/** As the filter has it; a ten-thousandth of a degree is ten metres, so five places are plenty. */
export function toPolygon(points: readonly Point[]): string {
  return points.map(([longitude, latitude]) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`).join(';')
}
