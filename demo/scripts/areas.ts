import type { Point } from '../geometry.ts'
import { counterClockwise } from '../geometry.ts'
import type { DemoArea } from '../types.ts'
import { readPoint, readRows } from './read-town.ts'

type Quarter = { code: string; name: string; part: string; ring: Point[] }

/** The quarters as drawn, and the parts of town as what remains when the borders inside them are taken away. */
export function buildAreas(): DemoArea[] {
  const rows = readRows('wijken.txt')
  const points = new Map(
    rows.filter(([kind]) => kind === 'point').map(([, name = '', place = '']) => [name, readPoint(place)]),
  )
  const quarters = rows
    .filter(([kind]) => kind === 'wijk')
    .map(([, code = '', name = '', part = '', ring = '']) => ({
      code,
      name,
      part,
      ring: ring.split(' ').map((label) => getPoint(points, label)),
    }))
  const parts = rows.filter(([kind]) => kind === 'part')
  return [
    ...parts.map(([, code = '', name = '']) =>
      toArea({ code, name, type: 'sia-stadsdeel' }, outline(quarters.filter(({ part }) => part === code))),
    ),
    ...quarters.map(({ code, name, ring }) => toArea({ code, name, type: 'district' }, ring)),
  ]
}

/** The border of the whole municipality. */
export function buildOutline(): Point[] {
  const areas = buildAreas().filter(({ type }) => type === 'sia-stadsdeel')
  return outline(
    areas.map(({ code, name, geometry }) => ({
      code,
      name,
      part: '',
      ring: (geometry.coordinates[0]?.[0] ?? []).slice(1),
    })),
  )
}

function getPoint(points: ReadonlyMap<string, Point>, label: string): Point {
  const point = points.get(label)
  if (point === undefined) throw new Error(`No border point is called "${label}".`)
  return point
}

/** A border between two quarters is walked once in each direction: the two walks cancel out. */
function outline(quarters: readonly Quarter[]): Point[] {
  const edges = new Map<string, readonly [Point, Point]>()
  for (const { ring } of quarters) {
    const turned = counterClockwise(ring)
    turned.forEach((from, index) => {
      const to = turned[(index + 1) % turned.length] ?? from
      if (!edges.delete(`${to} ${from}`)) edges.set(`${from} ${to}`, [from, to])
    })
  }
  return walk(new Map([...edges.values()].map(([from, to]) => [from.join(), to])))
}

function walk(next: ReadonlyMap<string, Point>): Point[] {
  const [start] = next.values()
  if (start === undefined) throw new Error('There is no border left to walk.')
  const ring: Point[] = [start]
  for (let at = next.get(start.join()); at !== undefined && at !== start; at = next.get(at.join()))
    ring.push(at)
  if (ring.length !== next.size) throw new Error('The quarters do not form one piece.')
  return ring
}

function toArea(area: Pick<DemoArea, 'code' | 'name' | 'type'>, ring: readonly Point[]): DemoArea {
  const turned = counterClockwise(ring)
  const closed = [...turned, ...turned.slice(0, 1)].map(([longitude, latitude]): [number, number] => [
    longitude,
    latitude,
  ])
  return { ...area, geometry: { type: 'MultiPolygon', coordinates: [[closed]] } }
}
