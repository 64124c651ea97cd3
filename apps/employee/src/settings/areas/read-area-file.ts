import { fromDutchGrid, isOnDutchGrid } from '@signalen/domain'

export interface AreaFile {
  readonly features: readonly AreaFeature[]
  /** The names of what stands with each area, by which its name and code can be picked. */
  readonly fields: readonly string[]
}

export interface AreaFeature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: unknown
}

/** Areas of a GeoJSON file, or of a shapefile in a zip; undefined when it is neither. */
export async function readAreaFile(name: string, bytes: ArrayBuffer): Promise<AreaFile | undefined> {
  return toAreaFile(name.toLowerCase().endsWith('.zip') ? await readShapefile(bytes) : readGeoJson(bytes))
}

/** Features as they came, with their places in degrees. */
export function toAreaFile(found: readonly unknown[] | undefined): AreaFile | undefined {
  if (!found || found.length === 0) return undefined
  const features = found.map((feature) => ({
    type: 'Feature' as const,
    properties: fieldsOf(fieldsOf(feature).properties),
    geometry: toDegrees(fieldsOf(feature).geometry),
  }))
  return { features, fields: [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))] }
}

function readGeoJson(bytes: ArrayBuffer): readonly unknown[] | undefined {
  try {
    const { features } = fieldsOf(JSON.parse(new TextDecoder().decode(bytes)))
    return Array.isArray(features) ? (features as unknown[]) : undefined
  } catch {
    return undefined
  }
}

/** Read apart from its own description of the coordinates: for the Dutch grid that is 100 metres off. */
async function readShapefile(bytes: ArrayBuffer): Promise<readonly unknown[] | undefined> {
  const { parseShp, parseDbf } = await import('shpjs')
  try {
    const parts = await unzip(new Uint8Array(bytes))
    const shape = parts.get('shp')
    if (!shape) return undefined
    const rows = parts.get('dbf')
    const encoding = parts.get('cpg')
    const shapes = parseShp(viewOf(shape), false)
    const properties = rows ? parseDbf(viewOf(rows), encoding && new TextDecoder().decode(encoding)) : []
    return shapes.map((geometry, index) => ({ geometry, properties: properties[index] ?? {} }))
  } catch {
    return undefined
  }
}

/** The first of each kind of file, by its ending. */
async function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { iter } = await import('but-unzip')
  const parts = new Map<string, Uint8Array>()
  for (const entry of iter(bytes)) {
    const ending = /\.(shp|dbf|cpg)$/i.exec(entry.filename)?.[1]?.toLowerCase()
    const isCopy = entry.filename.includes('__MACOSX')
    if (ending && !isCopy && !parts.has(ending)) parts.set(ending, await entry.read())
  }
  return parts
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Places on the Dutch grid become degrees; what is neither is refused later, with its reason. */
function toDegrees(geometry: unknown): unknown {
  const { coordinates, ...others } = fieldsOf(geometry)
  return { ...others, coordinates: convert(coordinates) }
}

function convert(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const [x, y] = value as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number') return (value as unknown[]).map(convert)
  return isOnDutchGrid(x, y) ? fromDutchGrid(x, y) : [x, y]
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** The field that most likely holds what is looked for. */
export function guessField(fields: readonly string[], what: 'name' | 'code'): string {
  const pattern = what === 'name' ? /naam|name/i : /code|^id$|_id$/i
  return fields.find((field) => pattern.test(field)) ?? fields[0] ?? ''
}

/** As one area is kept; undefined for what is no surface. */
export function toMultiPolygon(geometry: unknown): unknown {
  const { type, coordinates } = fieldsOf(geometry)
  if (type === 'MultiPolygon') return { type, coordinates }
  return type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [coordinates] } : undefined
}
