export type AreaShape = {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
}

export interface AreaFields {
  /** The properties of a feature that hold the name and the code of the area. */
  readonly name: string
  readonly code: string
}

/** A feature of a file as an area, or why it is none. */
export type ReadFeature =
  | {
      readonly code: string
      readonly name: string
      readonly geometry: AreaShape
      readonly reason?: undefined
    }
  | { readonly code: string; readonly name: string; readonly geometry?: undefined; readonly reason: string }

const LONGEST = 255

/** One answer for each feature, in their order. */
export function readAreaFeatures(features: readonly unknown[], fields: AreaFields): ReadFeature[] {
  const seen = new Set<string>()
  return features.map((feature) => {
    const read = readFeature(feature, fields)
    const isTwice = read.reason === undefined && seen.has(read.code)
    seen.add(read.code)
    const { code, name } = read
    return isTwice ? { code, name, reason: `De code ${code} staat twee keer in het bestand.` } : read
  })
}

function readFeature(feature: unknown, fields: AreaFields): ReadFeature {
  const { properties, geometry } = Object(feature) as { properties?: unknown; geometry?: unknown }
  const code = readText(properties, fields.code)
  const name = readText(properties, fields.name)
  const reason =
    findTextFault(code, fields.code) ?? findTextFault(name, fields.name) ?? findShapeFault(geometry)
  if (reason !== undefined) return { code, name, reason }
  return { code, name, geometry: toMultiPolygon(geometry as PolygonGeometry) }
}

function readText(properties: unknown, field: string): string {
  const value = Object(properties)[field] as unknown
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function findTextFault(text: string, field: string): string | undefined {
  if (text === '') return `Bij "${field}" staat niets.`
  if (text.length > LONGEST || text.includes('\0') || !text.isWellFormed())
    return `Wat bij "${field}" staat, is te lang of kan niet.`
  return undefined
}

type PolygonGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | {
      readonly type: 'MultiPolygon'
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[]
    }

function findShapeFault(geometry: unknown): string | undefined {
  const { type, coordinates } = Object(geometry) as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'Dit is geen vlak (Polygon of MultiPolygon).'
  const polygons = type === 'Polygon' ? [coordinates] : listOf(coordinates)
  if (polygons.length === 0) return 'De vorm is leeg.'
  for (const polygon of polygons) {
    const rings = listOf(polygon)
    if (rings.length === 0) return 'De vorm is leeg.'
    for (const ring of rings) {
      const fault = findRingFault(listOf(ring))
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

function findRingFault(ring: readonly unknown[]): string | undefined {
  const positions = ring.map(listOf)
  const isNumbers = positions.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  if (!isNumbers) return 'Er staat iets anders dan een getal in de vorm.'
  const isOnEarth = positions.every(([x, y]) => Math.abs(Number(x)) <= 180 && Math.abs(Number(y)) <= 90)
  if (!isOnEarth) return 'De coördinaten zijn geen lengte- en breedtegraden (WGS 84).'
  if (positions.length < 4) return 'De rand heeft te weinig punten.'
  const [first, last] = [positions[0], positions.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? undefined : 'De rand is niet gesloten.'
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Height is left out. */
function toMultiPolygon(geometry: PolygonGeometry): AreaShape {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y] as const))),
  }
}
