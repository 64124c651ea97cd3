import { readXml, type XmlElement } from './read-xml.ts'

/** References by name of a system of degrees, which put the latitude first. */
const LATITUDE_FIRST = /(?:urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|\/def\/crs\/EPSG\/[^/]*\/)(?:4326|4258)$/

/** The features of a GML answer, of any version; undefined when it is none. */
export function readGmlMembers(source: string): XmlElement[] | undefined {
  const root = readXml(source)
  if (!root || !/FeatureCollection$/.test(root.name)) return undefined
  return root.children
    .filter(({ name }) => /^(?:member|featureMembers?)$/.test(name))
    .flatMap(({ children }) => children)
}

/** What stands with a feature, beside its shape. */
export function readGmlProperties({ children }: XmlElement): Record<string, string> {
  const plain = children.filter((child) => child.children.length === 0 && child.name !== 'boundedBy')
  return Object.fromEntries(plain.map(({ name, text }) => [name, text]))
}

/** Whether a shape says, itself or in a part, that the latitude comes first. */
export function isLatitudeFirst(shape: XmlElement): boolean {
  return LATITUDE_FIRST.test(findReference(shape))
}

function findReference(element: XmlElement): string {
  const own = element.attributes.get('srsName')
  if (own !== undefined) return own
  return element.children.map(findReference).find((found) => found !== '') ?? ''
}

export function readNumbers(text: string): number[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)
}
