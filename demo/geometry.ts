/** Longitude and latitude (WGS84), or metres east and north once projected. */
export type Point = readonly [number, number]

const METRES_PER_LATITUDE = 111_250
const METRES_PER_LONGITUDE = 68_530
const ORIGIN: Point = [4.36, 52]

/** A flat plane in metres around the town; over ten kilometres the curve of the earth stays under a metre. */
export function toMetres([longitude, latitude]: Point): Point {
  return [(longitude - ORIGIN[0]) * METRES_PER_LONGITUDE, (latitude - ORIGIN[1]) * METRES_PER_LATITUDE]
}

export function toDegrees([east, north]: Point): Point {
  return [
    round(east / METRES_PER_LONGITUDE + ORIGIN[0], 6),
    round(north / METRES_PER_LATITUDE + ORIGIN[1], 6),
  ]
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

export function between(a: Point, b: Point, part: number): Point {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}

/** Pairs of neighbours: the segments of a line. */
export function segments(line: readonly Point[]): [Point, Point][] {
  return line.slice(1).map((end, index) => [line[index] ?? end, end])
}

export function lineLength(line: readonly Point[]): number {
  return segments(line).reduce((sum, [a, b]) => sum + distance(a, b), 0)
}

export type Stand = { point: Point; direction: Point }

/** The point at so many metres along a line, with the unit vector in which the line runs there. */
export function standAt(line: readonly Point[], metres: number): Stand {
  let left = metres
  let stand: Stand = { point: line[0] ?? [0, 0], direction: [1, 0] }
  for (const [a, b] of segments(line)) {
    const length = distance(a, b)
    if (length === 0) continue
    const direction: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    stand = { point: between(a, b, Math.min(1, left / length)), direction }
    if (left <= length) return stand
    left -= length
  }
  return stand
}

/** Moves sideways from a stand: positive is to the left of the direction of travel. */
export function aside({ point, direction }: Stand, metres: number, along = 0): Point {
  return [
    point[0] - direction[1] * metres + direction[0] * along,
    point[1] + direction[0] * metres + direction[1] * along,
  ]
}

export function nearestOnSegment(point: Point, a: Point, b: Point): Point {
  const squared = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
  if (squared === 0) return a
  const part = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / squared
  return between(a, b, Math.max(0, Math.min(1, part)))
}

export function nearestOnLine(point: Point, line: readonly Point[]): Point {
  let best: Point = line[0] ?? point
  for (const [a, b] of segments(line)) {
    const candidate = nearestOnSegment(point, a, b)
    if (distance(point, candidate) < distance(point, best)) best = candidate
  }
  return best
}

export function isInRing([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false
  let previous = ring[ring.length - 1] ?? [0, 0]
  for (const current of ring) {
    const crosses = current[1] > y !== previous[1] > y
    const at = ((previous[0] - current[0]) * (y - current[1])) / (previous[1] - current[1] || 1) + current[0]
    if (crosses && x < at) inside = !inside
    previous = current
  }
  return inside
}

/** Twice the signed surface: positive when the ring runs counter-clockwise. */
export function signedSurface(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)
}

export function counterClockwise<T extends Point>(ring: readonly T[]): T[] {
  return signedSurface(ring) > 0 ? [...ring] : [...ring].reverse()
}

/** Whether two convex shapes share ground (separating axis). */
export function convexOverlap(first: readonly Point[], second: readonly Point[]): boolean {
  return !hasSeparatingEdge(first, second) && !hasSeparatingEdge(second, first)
}

function hasSeparatingEdge(shape: readonly Point[], other: readonly Point[]): boolean {
  return shape.some((a, index) => {
    const b = shape[(index + 1) % shape.length] ?? a
    const normal: Point = [b[1] - a[1], a[0] - b[0]]
    const [lowest, highest] = shadow(shape, normal)
    const [otherLowest, otherHighest] = shadow(other, normal)
    return highest <= otherLowest || otherHighest <= lowest
  })
}

function shadow(shape: readonly Point[], axis: Point): [number, number] {
  const values = shape.map(([x, y]) => x * axis[0] + y * axis[1])
  return [Math.min(...values), Math.max(...values)]
}

export function centreOf(points: readonly Point[]): Point {
  const sum = points.reduce<Point>((total, [x, y]) => [total[0] + x, total[1] + y], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}
