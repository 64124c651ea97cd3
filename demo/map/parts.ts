import type { FeatureCollection, Geometry, Position } from 'geojson'
import type { Point } from '../geometry.ts'
import { toWorld } from './mercator.ts'

export type Box = readonly [number, number, number, number]
export type Shape = 'point' | 'line' | 'area'
/** One drawable piece: a line, a ring or a point, in world coordinates. */
export type Part = {
  kind: string
  shape: Shape
  name: string
  detail: string
  width: number
  points: Point[]
  box: Box
}

export type PartIndex = { all: Part[]; find: (box: Box) => Part[] }

/** Cells of the index are as large as tiles at this zoom. */
const INDEX_ZOOM = 15

export function indexParts(map: FeatureCollection): PartIndex {
  const all = map.features.flatMap(({ geometry, properties }) =>
    split(geometry).map((piece) => toPart(piece, properties ?? {})),
  )
  const cells = new Map<string, number[]>()
  all.forEach((part, index) => {
    for (const cell of cellsIn(part.box)) {
      const there = cells.get(cell)
      if (there) there.push(index)
      else cells.set(cell, [index])
    }
  })
  const find = (box: Box): Part[] => {
    const wanted = cellsIn(box)
    const indexes =
      wanted.length > cells.size ? all.keys() : new Set(wanted.flatMap((cell) => cells.get(cell) ?? []))
    return [...indexes]
      .sort((a, b) => a - b)
      .flatMap((index) => all[index] ?? [])
      .filter((part) => touches(part.box, box))
  }
  return { all, find }
}

function toPart(
  { shape, line }: { shape: Shape; line: Position[] },
  properties: Record<string, unknown>,
): Part {
  const points = line.map(toWorld)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const text = (key: string) => (typeof properties[key] === 'string' ? String(properties[key]) : '')
  return {
    kind: text('kind'),
    shape,
    name: text('name'),
    detail: text('class') || text('size') || text('use') || (properties.tunnel === undefined ? '' : 'tunnel'),
    width: Number(properties.width ?? 0),
    points,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  }
}

/** Holes are not used on this map: of an area only the outer ring is kept. */
function split(geometry: Geometry): { shape: Shape; line: Position[] }[] {
  switch (geometry.type) {
    case 'Point':
      return [{ shape: 'point', line: [geometry.coordinates] }]
    case 'MultiPoint':
      return geometry.coordinates.map((point) => ({ shape: 'point', line: [point] }))
    case 'LineString':
      return [{ shape: 'line', line: geometry.coordinates }]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => ({ shape: 'line', line }))
    case 'Polygon':
      return [{ shape: 'area', line: geometry.coordinates[0] ?? [] }]
    case 'MultiPolygon':
      return geometry.coordinates.map((polygon) => ({ shape: 'area', line: polygon[0] ?? [] }))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(split)
  }
}

function cellsIn([west, north, east, south]: Box): string[] {
  const scale = 2 ** INDEX_ZOOM
  const cells: string[] = []
  for (let x = Math.floor(west * scale); x <= Math.floor(east * scale); x += 1) {
    for (let y = Math.floor(north * scale); y <= Math.floor(south * scale); y += 1) cells.push(`${x} ${y}`)
    // A tile of the whole country would list millions of cells; past this many the list is not used anyway.
    if (cells.length > 40_000) return cells
  }
  return cells
}

function touches(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
}
