import type { Point } from '../geometry.ts'
import { centreOf, convexOverlap, distance, lineLength, nearestOnSegment, standAt } from '../geometry.ts'
import { worldSize } from './mercator.ts'
import type { Part } from './parts.ts'
import type { LabelStyle } from './style.ts'
import { LABELS } from './style.ts'

/** A text in pixels of the whole world at one zoom. */
export type Label = { text: string; style: LabelStyle; at: Point; angle: number; corners: Point[] }

const BUCKET = 128
const REPEAT_AFTER = 420
const SAME_NAME_APART = 190
const AVERAGE_GLYPH = 0.6

/**
 * Places the texts of the whole town at one zoom. Tiles only draw what is placed here: a text that crosses
 * from one tile to the next comes out the same on both.
 */
export function placeLabels(parts: readonly Part[], zoom: number): Label[] {
  const room = createRoom()
  for (const style of LABELS) {
    if (zoom < style.fromZoom || zoom > (style.toZoom ?? 30)) continue
    const named = parts.filter(
      ({ kind, detail, name, width }) =>
        kind === style.kind &&
        name !== '' &&
        (style.detail ?? detail) === detail &&
        width >= (style.wide ?? 0),
    )
    for (const part of named) for (const label of candidates(part, style, zoom)) room.offer(label)
  }
  return room.placed
}

function createRoom(): { placed: Label[]; offer: (label: Label) => void } {
  const placed: Label[] = []
  const buckets = new Map<string, Label[]>()
  const names = new Map<string, Point[]>()
  const offer = (label: Label) => {
    const keys = bucketsOf(label.corners)
    const same = names.get(label.text) ?? []
    if (same.some((at) => distance(at, label.at) < SAME_NAME_APART)) return
    if (keys.some((key) => buckets.get(key)?.some(({ corners }) => convexOverlap(corners, label.corners))))
      return
    placed.push(label)
    names.set(label.text, [...same, label.at])
    for (const key of keys) buckets.set(key, [...(buckets.get(key) ?? []), label])
  }
  return { placed, offer }
}

function candidates(part: Part, style: LabelStyle, zoom: number): Label[] {
  const size = worldSize(zoom)
  const points = part.points.map(([x, y]): Point => [x * size, y * size])
  if (part.shape === 'line') return alongLine(points, part.name, style)
  const middle = part.shape === 'area' ? centreOf(points) : (points[0] ?? [0, 0])
  return fitsArea(part, points, style) ? [label(part.name, style, middle, 0)] : []
}

/** A text may stand out of its area a little, not much. */
function fitsArea({ shape, kind, name }: Part, points: readonly Point[], style: LabelStyle): boolean {
  if (shape === 'point' || kind === 'landmark') return true
  const xs = points.map(([x]) => x)
  return Math.max(...xs) - Math.min(...xs) > textWidth(name, style) * 0.7
}

function alongLine(line: readonly Point[], text: string, style: LabelStyle): Label[] {
  const length = lineLength(line)
  const width = textWidth(text, style)
  if (style.upright) return shields(line, length, text, style)
  if (length < width * 0.92) return []
  const spots = Math.max(1, Math.round(length / REPEAT_AFTER))
  return Array.from({ length: spots }, (_, index) =>
    straightStretch(line, ((index + 0.5) / spots) * length, width),
  ).flatMap((stretch) => {
    if (stretch === undefined) return []
    const [a, b] = stretch
    const angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI
    return [label(text, style, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], readable(angle))]
  })
}

function shields(line: readonly Point[], length: number, text: string, style: LabelStyle): Label[] {
  const spots = Math.max(1, Math.round(length / 300))
  return Array.from({ length: spots }, (_, index) =>
    label(text, style, standAt(line, ((index + 0.5) / spots) * length).point, 0),
  )
}

/** Looks around a spot for a stretch that is straight enough to write along. */
function straightStretch(line: readonly Point[], middle: number, width: number): [Point, Point] | undefined {
  const length = lineLength(line)
  for (let shift = 0; shift < 160; shift += 10) {
    for (const from of [middle + shift - width / 2, middle - shift - width / 2]) {
      const start = Math.max(0, Math.min(from, length - width))
      const ends: [Point, Point] = [standAt(line, start).point, standAt(line, start + width).point]
      if (isStraight(line, start, width, ends)) return ends
    }
  }
  return undefined
}

function isStraight(line: readonly Point[], start: number, width: number, [a, b]: [Point, Point]): boolean {
  return [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].every((part) => {
    const point = standAt(line, start + part * width).point
    return distance(point, nearestOnSegment(point, a, b)) < 3.2
  })
}

function readable(angle: number): number {
  if (angle > 90) return angle - 180
  return angle <= -90 ? angle + 180 : angle
}

function textWidth(text: string, { size, spaced = 0, bold = false }: LabelStyle): number {
  return text.length * (size * (bold ? AVERAGE_GLYPH + 0.06 : AVERAGE_GLYPH) + spaced)
}

function label(text: string, style: LabelStyle, at: Point, angle: number): Label {
  const half = textWidth(text, style) / 2 + 4
  const high = style.size / 2 + 3
  const cosine = Math.cos((angle * Math.PI) / 180)
  const sine = Math.sin((angle * Math.PI) / 180)
  const corner = (x: number, y: number): Point => [
    at[0] + x * cosine - y * sine,
    at[1] + x * sine + y * cosine,
  ]
  return {
    text,
    style,
    at,
    angle,
    corners: [corner(-half, -high), corner(half, -high), corner(half, high), corner(-half, high)],
  }
}

function bucketsOf(corners: readonly Point[]): string[] {
  const xs = corners.map(([x]) => Math.floor(x / BUCKET))
  const ys = corners.map(([, y]) => Math.floor(y / BUCKET))
  const keys: string[] = []
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += 1) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += 1) keys.push(`${x} ${y}`)
  }
  return keys
}
