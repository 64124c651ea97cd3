import type { Point } from '../geometry.ts'
import { between } from '../geometry.ts'

/** The square in which a tile is drawn: its own pixels and a margin, so that no cut edge shows. */
export type Frame = { lowest: number; highest: number }

type Side = { isInside: (point: Point) => boolean; cross: (a: Point, b: Point) => Point }

function sidesOf({ lowest, highest }: Frame): Side[] {
  return ([0, 1] as const).flatMap((axis) => [
    side(axis, lowest, (value) => value >= lowest),
    side(axis, highest, (value) => value <= highest),
  ])
}

function side(axis: 0 | 1, edge: number, isInside: (value: number) => boolean): Side {
  return {
    isInside: (point) => isInside(point[axis]),
    cross: (a, b) => between(a, b, (edge - a[axis]) / (b[axis] - a[axis])),
  }
}

/** Sutherland–Hodgman: cuts a ring by the four sides of the frame. */
export function clipArea(ring: readonly Point[], frame: Frame): Point[] {
  return sidesOf(frame).reduce<Point[]>(
    (points, { isInside, cross }) =>
      points.flatMap((point, index) => {
        const previous = points[(index + points.length - 1) % points.length] ?? point
        if (isInside(point)) return isInside(previous) ? [point] : [cross(previous, point), point]
        return isInside(previous) ? [cross(previous, point)] : []
      }),
    [...ring],
  )
}

/** Cuts a line into the pieces that run inside the frame. */
export function clipLine(line: readonly Point[], frame: Frame): Point[][] {
  return sidesOf(frame).reduce<Point[][]>(
    (pieces, edge) => pieces.flatMap((piece) => cutBySide(piece, edge)),
    [[...line]],
  )
}

function cutBySide(line: readonly Point[], { isInside, cross }: Side): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] = []
  line.forEach((point, index) => {
    const previous = line[index - 1]
    if (previous !== undefined && isInside(previous) !== isInside(point)) piece.push(cross(previous, point))
    if (isInside(point)) piece.push(point)
    else if (piece.length > 0) {
      pieces.push(piece)
      piece = []
    }
  })
  return [...pieces, piece].filter(({ length }) => length > 1)
}
