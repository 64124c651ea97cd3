import { isLatitudeFirst, readGmlMembers, readGmlProperties, readNumbers } from './gml.ts'
import type { XmlElement } from './read-xml.ts'

export interface GmlFeature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, string>>
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] } | null
}

type Position = readonly [number, number]
type Polygon = readonly (readonly Position[])[]

const SHAPES = ['MultiSurface', 'MultiPolygon', 'Polygon', 'Surface', 'CompositeSurface']

/** The surfaces of a GML answer, of any version, with what stands with each; undefined when it is no GML. */
export function readGml(source: string): GmlFeature[] | undefined {
  return readGmlMembers(source)?.map(readFeature)
}

function readFeature(feature: XmlElement): GmlFeature {
  const shape = feature.children.flatMap(
    ({ children }) => children.find(({ name }) => SHAPES.includes(name)) ?? [],
  )[0]
  const isTurned = shape !== undefined && isLatitudeFirst(shape)
  const coordinates = shape ? listPolygons(shape).map((polygon) => readPolygon(polygon, isTurned)) : []
  return {
    type: 'Feature',
    properties: readGmlProperties(feature),
    geometry: coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null,
  }
}

function listPolygons(element: XmlElement): XmlElement[] {
  if (element.name === 'Polygon' || element.name === 'PolygonPatch') return [element]
  return element.children.flatMap(listPolygons)
}

/** The outer ring first; those of holes after it. */
function readPolygon(polygon: XmlElement, isTurned: boolean): Polygon {
  const ringsOf = (...names: string[]) => polygon.children.filter(({ name }) => names.includes(name))
  return [...ringsOf('exterior', 'outerBoundaryIs'), ...ringsOf('interior', 'innerBoundaryIs')].map((ring) =>
    readRing(ring, isTurned),
  )
}

function readRing(ring: XmlElement, isTurned: boolean): Position[] {
  const lists = findAll(ring, 'posList')
  const list = lists[0]
  const dimension = Number(list?.attributes.get('srsDimension') ?? 2) === 3 ? 3 : 2
  const pairs = list
    ? pairUp(readNumbers(list.text), dimension)
    : [
        ...findAll(ring, 'pos').map(({ text }) => readNumbers(text)),
        ...findAll(ring, 'coordinates').flatMap(({ text }) => text.split(/\s+/).map(readNumbers)),
      ]
  return pairs.map(([x = Number.NaN, y = Number.NaN]) => (isTurned ? [y, x] : [x, y]))
}

function findAll(element: XmlElement, name: string): XmlElement[] {
  if (element.name === name) return [element]
  return element.children.flatMap((child) => findAll(child, name))
}

function pairUp(numbers: readonly number[], dimension: 2 | 3): number[][] {
  const pairs: number[][] = []
  for (let at = 0; at + 1 < numbers.length; at += dimension) pairs.push(numbers.slice(at, at + 2))
  return pairs
}
