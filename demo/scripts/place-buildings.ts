import type { Point } from '../geometry.ts'
import {
  aside,
  between,
  centreOf,
  convexOverlap,
  distance,
  isInRing,
  lineLength,
  nearestOnLine,
  segments,
  standAt,
} from '../geometry.ts'
import type { Random } from '../random.ts'
import { createRandom } from '../random.ts'
import type { Ground, Homes, Street, StreetClass, Town } from './read-town.ts'

export type House = { street: string; number: number; front: Point }
export type Building = { street: string; kind: Homes; shape: Point[] }

type Row = { kind: Homes; length: number; depth: number; setback: number; gap: number; homes: number }
type Obstacle = { line: readonly Point[]; clearance: number }

export const HALF_WIDTH: Record<StreetClass, number> = {
  motorway: 17,
  primary: 10,
  secondary: 7,
  street: 4.5,
  pedestrian: 3.5,
  path: 1.8,
}
const NO_BUILDING = new Set(['square', 'water', 'park', 'wood', 'sports', 'cemetery', 'allotments'])
const CELL_METRES = 60

/** Walks along every street and puts a house wherever one fits: never on a road, in water, in a park or in another house. */
export function placeBuildings(town: Town): { buildings: Building[]; houses: House[] } {
  const site = createSite(town)
  const buildings: Building[] = []
  const houses: House[] = []
  for (const street of town.streets) {
    if (street.homes === 'none') continue
    for (const side of [1, -1]) {
      if (side === 1 ? !street.sides.left : !street.sides.right) continue
      const placed = buildAlong(street, side, site)
      buildings.push(...placed.buildings)
      houses.push(...placed.houses)
    }
  }
  return { buildings: [...buildings, ...fillYards(buildings, site)], houses }
}

/** Behind the old houses stand more houses: the blocks of an old town are full. */
function fillYards(buildings: readonly Building[], site: Site): Building[] {
  return buildings
    .filter(({ kind }) => kind === 'old')
    .flatMap((building, index) => {
      const random = createRandom(`yard ${index}`)
      const [frontStart, frontEnd, backEnd, backStart] = building.shape
      if (!frontStart || !frontEnd || !backEnd || !backStart || random.chance(0.3)) return []
      const deep = 1 + random.between(8, 13) / Math.max(1, distance(frontStart, backStart))
      const gap = 1 + random.between(1, 4) / Math.max(1, distance(frontStart, backStart))
      const [start, end] = [random.between(0, 0.25), random.between(0.7, 1)]
      const corner = (along: number, part: number): Point =>
        between(between(frontStart, frontEnd, along), between(backStart, backEnd, along), part)
      const shape = [corner(start, gap), corner(end, gap), corner(end, deep), corner(start, deep)]
      if (!site.fits(shape)) return []
      site.take(shape)
      return [{ ...building, shape }]
    })
}

type Site = { fits: (shape: Point[]) => boolean; take: (shape: Point[]) => void }

function buildAlong(street: Street, side: number, site: Site): { buildings: Building[]; houses: House[] } {
  const random = createRandom(`${street.name} ${side} ${street.line[0]}`)
  const length = lineLength(street.line)
  const result: { buildings: Building[]; houses: House[] } = { buildings: [], houses: [] }
  let number = side === 1 ? 1 : 2
  for (let at = 2; at < length; ) {
    const row = nextRow(street.homes, random)
    const cell = row.length / row.homes
    const cells = street.homes === 'flats' || street.homes === 'works' ? 1 : row.homes
    for (let index = 0; index < cells; index += 1) {
      const width = row.length / cells
      const stand = standAt(street.line, at + (index + 0.5) * width)
      const setback = HALF_WIDTH[street.class] + row.setback
      const corner = (deep: number, part: number) => aside(stand, side * (setback + deep), part * width)
      const shape = [corner(0, -0.5), corner(0, 0.5), corner(row.depth, 0.5), corner(row.depth, -0.5)]
      if (at + (index + 1) * width > length || !site.fits(shape)) continue
      site.take(shape)
      joinRow(result.buildings, { street: street.name, kind: street.homes, shape })
      for (let home = 0; home < row.homes / cells; home += 1) {
        const front = aside(
          stand,
          side * (setback + 2),
          cells === 1 ? (home + 0.5) * cell - row.length / 2 : 0,
        )
        result.houses.push({ street: street.name, number, front })
        number += 2
      }
    }
    at += row.length + row.gap
  }
  return result
}

/** Houses that stand wall to wall in a straight row are drawn as one. */
function joinRow(buildings: Building[], next: Building): void {
  const last = buildings.at(-1)
  const [, frontEnd, backEnd] = last?.shape ?? []
  const [front, nextFrontEnd, nextBackEnd, back] = next.shape
  const touches =
    frontEnd && backEnd && front && back && distance(frontEnd, front) < 0.05 && distance(backEnd, back) < 0.05
  if (last && touches && nextFrontEnd && nextBackEnd) last.shape.splice(1, 2, nextFrontEnd, nextBackEnd)
  else buildings.push({ ...next, shape: [...next.shape] })
}

function nextRow(kind: Homes, random: Random): Row {
  switch (kind) {
    case 'old':
      return row(kind, random.whole(1, 2), random.between(6, 8.5), {
        depth: random.between(11, 14),
        setback: 0.3,
        gap: 0,
      })
    case 'terrace':
      return row(kind, random.whole(5, 9), 6, { depth: 9.5, setback: 3.5, gap: 6 })
    case 'semi':
      return row(kind, 2, 8, { depth: 10, setback: 6, gap: 6 })
    case 'flats':
      return row(kind, random.whole(6, 9), 6.5, { depth: 12, setback: 8, gap: 16 })
    case 'works':
      return row(kind, 1, random.between(28, 48), { depth: random.between(24, 36), setback: 7, gap: 14 })
    case 'none':
      throw new Error('Nothing is built here.')
  }
}

function row(kind: Homes, homes: number, width: number, rest: Pick<Row, 'depth' | 'setback' | 'gap'>): Row {
  return { kind, homes, length: homes * width, ...rest }
}

function createSite(town: Town): Site {
  const taken = new Map<string, Point[][]>()
  const obstacles = createObstacleIndex(town)
  const closed = [...town.ground.filter(({ kind }) => NO_BUILDING.has(kind)).map(({ points }) => points)]
  for (const landmark of town.ground.filter(({ kind }) => kind === 'landmark'))
    remember(taken, landmarkShape(landmark, 4))
  return {
    fits: (shape) =>
      [...shape, centreOf(shape)].every(
        (corner) => isClear(corner, obstacles) && !closed.some((ring) => isInRing(corner, ring)),
      ) &&
      !cellsOf(shape).some((cell) => taken.get(cell)?.some((other) => convexOverlap(shrink(shape), other))),
    take: (shape) => remember(taken, shape),
  }
}

function createObstacleIndex(town: Town): Map<string, Obstacle[]> {
  const index = new Map<string, Obstacle[]>()
  const add = (line: readonly Point[], clearance: number) => {
    for (const segment of segments(line)) {
      const reach = segment.flatMap(([x, y]): Point[] => [
        [x - clearance, y - clearance],
        [x + clearance, y + clearance],
      ])
      for (const cell of cellsOf(reach))
        index.set(cell, [...(index.get(cell) ?? []), { line: segment, clearance }])
    }
  }
  for (const street of town.streets) add(street.line, HALF_WIDTH[street.class])
  for (const water of [...town.canals, ...town.ground.filter(({ kind }) => kind === 'waterway')])
    add(water.points, Number(water.detail) / 2 + 2)
  for (const rail of town.ground.filter(({ kind, detail }) => kind === 'railway' && detail !== 'tunnel'))
    add(rail.points, 9)
  return index
}

function isClear(point: Point, obstacles: ReadonlyMap<string, Obstacle[]>): boolean {
  const near = obstacles.get(cellAt(point)) ?? []
  return near.every(({ line, clearance }) => distance(point, nearestOnLine(point, line)) >= clearance - 0.01)
}

/** Houses in one row stand wall to wall, so a little common ground is no overlap. */
function shrink(shape: readonly Point[]): Point[] {
  const middle = centreOf(shape)
  return shape.map(([x, y]) => [middle[0] + (x - middle[0]) * 0.86, middle[1] + (y - middle[1]) * 0.86])
}

function cellAt([x, y]: Point): string {
  return `${Math.floor(x / CELL_METRES)} ${Math.floor(y / CELL_METRES)}`
}

function cellsOf(points: readonly Point[]): string[] {
  const xs = points.map(([x]) => Math.floor(x / CELL_METRES))
  const ys = points.map(([, y]) => Math.floor(y / CELL_METRES))
  const cells: string[] = []
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += 1) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += 1) cells.push(`${x} ${y}`)
  }
  return cells
}

function remember(taken: Map<string, Point[][]>, shape: Point[]): void {
  for (const cell of cellsOf(shape)) taken.set(cell, [...(taken.get(cell) ?? []), shape])
}

export function landmarkShape({ points, detail }: Ground, margin = 0): Point[] {
  const [size = '', turn] = detail.split(' ')
  const [length = 0, breadth = 0] = size.split('×').map((side) => Number(side) / 2 + margin)
  const angle = (Number(turn) * Math.PI) / 180
  const stand = {
    point: points[0] ?? ([0, 0] as const),
    direction: [Math.cos(angle), Math.sin(angle)] as const,
  }
  return [
    aside(stand, -breadth, -length),
    aside(stand, -breadth, length),
    aside(stand, breadth, length),
    aside(stand, breadth, -length),
  ]
}
