import type { Point } from '../geometry.ts'
import { between, distance } from '../geometry.ts'

/** Rounds the corners of a line (Chaikin), cutting at most so many metres off each leg; the ends stay where they are. */
export function smoothLine(line: readonly Point[], most: number): Point[] {
  return line.flatMap((point, index) => {
    const previous = line[index - 1]
    const next = line[index + 1]
    if (previous === undefined || next === undefined) return [point]
    return isAlmostStraight(previous, point, next)
      ? [point]
      : [towards(point, previous, most), towards(point, next, most)]
  })
}

export function smoothRing(ring: readonly Point[], most: number): Point[] {
  return ring.flatMap((point, index) => {
    const previous = ring[(index + ring.length - 1) % ring.length] ?? point
    const next = ring[(index + 1) % ring.length] ?? point
    return [towards(point, previous, most), towards(point, next, most)]
  })
}

function towards(from: Point, to: Point, most: number): Point {
  const length = distance(from, to)
  return length === 0 ? from : between(from, to, Math.min(0.3, most / length))
}

function isAlmostStraight(a: Point, b: Point, c: Point): boolean {
  const direct = distance(a, c)
  return distance(a, b) + distance(b, c) - direct < 0.3
}
