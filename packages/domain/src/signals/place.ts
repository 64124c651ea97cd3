/** Longitude and latitude (WGS 84), in this order as everywhere in GeoJSON. */
export type Position = readonly [longitude: number, latitude: number]

export interface BoundingBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The Netherlands, for a municipality that names no area of its own. */
export const DEFAULT_BOUNDING_BOX: BoundingBox = { west: 3.3, south: 50.7, east: 7.3, north: 53.6 }

export const OUTSIDE_BOUNDING_BOX =
  'The location coordinates (WS84) are not inside the bounding box we are accepting signals for.'

/** The edge belongs to it. */
export function isInsideBoundingBox([longitude, latitude]: Position, box: BoundingBox): boolean {
  return longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north
}

/** `west,south,east,north`; undefined when it is no box. */
export function parseBoundingBox(text: string): BoundingBox | undefined {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [west, south, east, north] = numbers
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  return west <= east && south <= north ? { west, south, east, north } : undefined
}

export const DISTRICTS = {
  A: 'Centrum',
  B: 'Westpoort',
  E: 'West',
  M: 'Oost',
  N: 'Noord',
  T: 'Zuidoost',
  K: 'Zuid',
  F: 'Nieuw-West',
  H: 'Het Amsterdamse Bos',
  W: 'Weesp',
} as const

/** The district letters (stadsdeel) that clients know. */
export type DistrictCode = keyof typeof DISTRICTS

export const DISTRICT_CODES = Object.keys(DISTRICTS) as readonly DistrictCode[]

const DISTRICT_OF_AREA: Readonly<Record<string, DistrictCode>> = {
  'het-amsterdamse-bos': 'H',
  zuidoost: 'T',
  centrum: 'A',
  noord: 'N',
  westpoort: 'B',
  west: 'E',
  'nieuw-west': 'F',
  oost: 'M',
  zuid: 'K',
  'stadsdeel-zuid': 'K',
  weesp: 'W',
}

export const DISTRICT_AREA_TYPE = 'sia-stadsdeel'

export function isDistrictCode(value: unknown): value is DistrictCode {
  return typeof value === 'string' && Object.hasOwn(DISTRICTS, value)
}

/** The letter of an area of type `sia-stadsdeel`, where it has one. */
export function findDistrictOfArea(areaCode: string): DistrictCode | undefined {
  return Object.hasOwn(DISTRICT_OF_AREA, areaCode) ? DISTRICT_OF_AREA[areaCode] : undefined
}
