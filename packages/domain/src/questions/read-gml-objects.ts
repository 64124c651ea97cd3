import { fromDutchGrid, isOnDutchGrid } from '../areas/dutch-grid.ts'
import { isLatitudeFirst, readGmlMembers, readGmlProperties, readNumbers } from '../areas/gml.ts'
import type { XmlElement } from '../areas/read-xml.ts'

type Position = readonly [x: number, y: number]

export interface GmlObject {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, string>>
  /** Every position of its shape, whatever that is. */
  readonly geometry: { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] }
}

const POSITIONS = ['pos', 'posList', 'coordinates']

/** The objects of a GML answer (3.2, and the versions before), where a source has no GeoJSON. Throws when it is none. */
export function readGmlObjects(source: string): { readonly features: readonly GmlObject[] } {
  const members = readGmlMembers(source)
  if (!members) throw new Error('the source sent no collection of features')
  return { features: members.flatMap((feature) => readObject(feature) ?? []) }
}

function readObject(feature: XmlElement): GmlObject | undefined {
  const parts = feature.children.filter(({ name }) => name !== 'boundedBy')
  const shape = parts.find((part) => listPositions(part).length > 0)
  if (!shape) return undefined
  const own = readGmlProperties(feature)
  const id = feature.attributes.get('id') ?? feature.attributes.get('fid')
  const toDegrees = chooseAxes(shape)
  return {
    type: 'Feature',
    properties: id === undefined ? own : { id, ...own },
    geometry: { type: 'MultiPoint', coordinates: listPositions(shape).map(toDegrees) },
  }
}

function chooseAxes(shape: XmlElement): (position: Position) => Position {
  const isTurned = isLatitudeFirst(shape)
  return ([x, y]) => {
    if (isOnDutchGrid(x, y)) return fromDutchGrid(x, y)
    return isTurned ? [y, x] : [x, y]
  }
}

function listPositions(element: XmlElement): Position[] {
  if (!POSITIONS.includes(element.name)) return element.children.flatMap(listPositions)
  const numbers = readNumbers(element.text)
  const step = countAxes(element, numbers.length)
  const starts = Array.from({ length: Math.floor(numbers.length / step) }, (_, index) => index * step)
  return starts.flatMap((at): Position[] => {
    const [x, y] = [numbers[at], numbers[at + 1]]
    return Number.isFinite(x) && Number.isFinite(y) ? [[Number(x), Number(y)]] : []
  })
}

/** Two, unless a height stands with each. */
function countAxes({ name, text, attributes }: XmlElement, count: number): number {
  if (name === 'pos') return Math.max(2, count)
  if (name === 'coordinates') return text.trim().split(/\s+/)[0]?.split(',').length === 3 ? 3 : 2
  return attributes.get('srsDimension') === '3' ? 3 : 2
}
