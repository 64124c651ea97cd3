import type { BoundingBox } from '../signals/place.ts'
import type { AssetQuestion } from './model.ts'

/** Larger parts of the map hold more objects than anyone can point at. */
const LARGEST_DEGREES = 0.06
const GRID = 0.002
/** So many objects at most, whatever a source sends. */
const MOST_OBJECTS = 500

/**
 * The part of the map that is asked for, widened to lines of a grid, so that people who look at about the same place
 * get the same answer. Undefined when it is too large, or no part of the map.
 */
export function widenBox({ west, south, east, north }: BoundingBox): BoundingBox | undefined {
  const isBox = west < east && south < north && Math.abs(west) <= 180 && Math.abs(north) <= 90
  if (!isBox || east - west > LARGEST_DEGREES || north - south > LARGEST_DEGREES) return undefined
  const down = (value: number) => Number((Math.floor(value / GRID) * GRID).toFixed(6))
  const up = (value: number) => Number((Math.ceil(value / GRID) * GRID).toFixed(6))
  return { west: down(west), south: down(south), east: up(east), north: up(north) }
}

/** Whether the source of a question may be asked: a municipality names the servers that it trusts. */
export function isAllowedSource(endpoint: string, origins: readonly string[]): boolean {
  try {
    const { protocol, origin, username } = new URL(endpoint)
    return protocol === 'https:' && username === '' && origins.includes(origin)
  } catch {
    return false
  }
}

export interface MapObject {
  readonly type: 'Feature'
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  readonly properties: Readonly<Record<string, string | number | boolean>>
}

/**
 * What a source sent as points, with only those properties that the question uses. Lines and areas are pointed at
 * by their middle.
 */
export function readMapObjects(question: AssetQuestion, collection: unknown): MapObject[] {
  const { features } = Object(collection) as { features?: unknown }
  if (!Array.isArray(features)) return []
  const used = listUsedProperties(question)
  return features.slice(0, MOST_OBJECTS).flatMap((feature) => readObject(feature, used) ?? [])
}

function readObject(feature: unknown, used: ReadonlySet<string>): MapObject | undefined {
  const { geometry, properties } = Object(feature) as { geometry?: unknown; properties?: unknown }
  const coordinates = findMiddle(Object(geometry).coordinates)
  if (!coordinates) return undefined
  const kept = Object.entries(Object(properties) as Record<string, unknown>).flatMap(([name, value]) => {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return used.has(name) && isPlain ? [[name, value] as const] : []
  })
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties: Object.fromEntries(kept) }
}

/** The middle of the box around all positions, however deep they lie. */
function findMiddle(coordinates: unknown): readonly [number, number] | undefined {
  const xs: number[] = []
  const ys: number[] = []
  const collect = (value: unknown, depth: number): void => {
    if (!Array.isArray(value) || depth > 4) return
    const [x, y] = value as unknown[]
    if (typeof x === 'number' && typeof y === 'number') {
      xs.push(x)
      ys.push(y)
    } else for (const part of value) collect(part, depth + 1)
  }
  collect(coordinates, 0)
  if (xs.length === 0) return undefined
  const middle = (values: readonly number[]) =>
    (values.reduce((least, value) => Math.min(least, value)) +
      values.reduce((most, value) => Math.max(most, value))) /
    2
  const [x, y] = [middle(xs), middle(ys)]
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : undefined
}

function listUsedProperties({ featureTypes }: AssetQuestion): ReadonlySet<string> {
  return new Set(
    featureTypes.flatMap(({ typeField, idField, description }) => [
      idField ?? 'id',
      ...(typeField === undefined ? [] : [typeField]),
      ...[...description.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(([, name]) => name ?? []),
    ]),
  )
}
