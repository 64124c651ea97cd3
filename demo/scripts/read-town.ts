import { readFileSync } from 'node:fs'
import type { Point } from '../geometry.ts'
import { aside, distance, lineLength, nearestOnLine, segments, standAt, toMetres } from '../geometry.ts'
import { smoothLine, smoothRing } from './smooth.ts'

export type StreetClass = 'motorway' | 'primary' | 'secondary' | 'street' | 'pedestrian' | 'path'
export type Homes = 'old' | 'terrace' | 'semi' | 'flats' | 'works' | 'none'
export type Sides = { left: boolean; right: boolean }
/** All lines of a town are in metres on its own plane. */
export type Street = {
  name: string
  class: StreetClass
  homes: Homes
  sides: Sides
  line: Point[]
  isQuay: boolean
}
export type Ground = { kind: string; name: string; detail: string; points: Point[] }
export type Town = { streets: Street[]; canals: Ground[]; ground: Ground[] }

const SNAP_METRES = 32

export function readTown(): Town {
  const canalRows = readRows('canals.txt')
  const streets = [...readRows('streets.txt').map(toStreet), ...canalRows.flatMap(toQuays)]
  return {
    streets: streets.map((street) => joinUp(street, streets)),
    canals: canalRows.map(toCanal),
    ground: readRows('ground.txt').map(toGround),
  }
}

export function readRows(file: string): string[][] {
  return readFileSync(new URL(`town/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('|').map((cell) => cell.trim()))
}

export function readPoint(text: string): Point {
  const [longitude, latitude] = text.split(',').map(Number)
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new Error(`Not a point: "${text}"`)
  return [Number(longitude), Number(latitude)]
}

function readLine(text: string | undefined): Point[] {
  return (text ?? '').split(' ').map((part) => toMetres(readPoint(part)))
}

function toStreet([name = '', kind, built = '', line]: string[]): Street {
  const [homes, side] = built.split(' ')
  const sides = { left: side !== 'R', right: side !== 'L' }
  return {
    name,
    class: kind as StreetClass,
    homes: homes as Homes,
    sides,
    line: bend(readLine(line), kind === 'motorway' ? 160 : 24),
    isQuay: false,
  }
}

function toCanal([name = '', width = '', , , , line]: string[]): Ground {
  return { kind: 'waterway', name, detail: width, points: bend(readLine(line), 16) }
}

function toGround([kind = '', name = '', detail = '', points]: string[]): Ground {
  return {
    kind,
    name: name === '-' ? '' : name,
    detail: detail === '-' ? '' : detail,
    points: soften(kind, readLine(points)),
  }
}

/** Drawn with few points, rounded here: roads bend, and ponds and woods have no corners. */
function bend(line: readonly Point[], most: number): Point[] {
  return smoothLine(smoothLine(line, most), most / 3)
}

function soften(kind: string, points: Point[]): Point[] {
  switch (kind) {
    case 'waterway':
    case 'railway':
      return bend(points, 90)
    case 'water':
    case 'wood':
    case 'neighbour':
      return smoothRing(smoothRing(points, 400), 200)
    case 'park':
    case 'builtup':
    case 'industry':
    case 'campus':
      return smoothRing(points, 18)
    default:
      return points
  }
}

/** The streets on both banks, built on along the land side only. */
function toQuays([, width, left = '-', right = '-', homes, line]: string[]): Street[] {
  const middle = bend(readLine(line), 16)
  const away = Number(width) / 2 + 3.5
  const quay = (name: string, shift: number): Street => ({
    name,
    class: 'street',
    homes: homes as Homes,
    sides: { left: shift > 0, right: shift < 0 },
    line: lengthen(shiftLine(middle, shift)),
    isQuay: true,
  })
  return [...(left === '-' ? [] : [quay(left, away)]), ...(right === '-' ? [] : [quay(right, -away)])]
}

export function shiftLine(line: readonly Point[], metres: number): Point[] {
  let along = 0
  const starts = segments(line).map(([a, b]) => {
    const moved = aside(standAt(line, along + distance(a, b) / 2), metres, -distance(a, b) / 2)
    along += distance(a, b)
    return moved
  })
  return [...starts, aside(standAt(line, lineLength(line)), metres)]
}

/** A little further at both ends, so that quays in line meet and cross streets are reached. */
function lengthen(line: readonly Point[]): Point[] {
  const length = lineLength(line)
  return [aside(standAt(line, 0), 0, -5), ...line.slice(1, -1), aside(standAt(line, length), 0, 5)]
}

/** Hand-drawn ends seldom meet exactly: an end near another street is moved onto it. */
function joinUp(street: Street, all: readonly Street[]): Street {
  const others = all.filter((other) => other !== street && other.class !== 'motorway')
  const join = (end: Point): Point => {
    const nearest = others
      .map((other) => nearestOnLine(end, other.line))
      .reduce<Point | undefined>(
        (best, point) => (best === undefined || distance(end, point) < distance(end, best) ? point : best),
        undefined,
      )
    return nearest !== undefined && distance(end, nearest) < SNAP_METRES ? nearest : end
  }
  // A quay stays beside its water: pulled onto another street it would cross it.
  if (street.class === 'motorway' || street.isQuay) return street
  const last = street.line.length - 1
  return {
    ...street,
    line: street.line.map((point, index) => (index === 0 || index === last ? join(point) : point)),
  }
}
