import { readFileSync } from 'node:fs'
import type { FeatureCollection, Point as PointGeometry } from 'geojson'

/** What residents can point at on the map, as the addresses in the configuration name it. */
export const OBJECT_KINDS = {
  'street-lights': 'street-light',
  containers: 'container',
  trees: 'tree',
} as const

export type ObjectKind = keyof typeof OBJECT_KINDS

export function isObjectKind(name: string): name is ObjectKind {
  return Object.hasOwn(OBJECT_KINDS, name)
}

type Box = { west: number; south: number; east: number; north: number }
type TownObjects = FeatureCollection<PointGeometry>

let loaded: TownObjects | undefined

/** The objects of one kind in a part of the map, as `/demo/objects/{kind}?bbox={west},{south},{east},{north}` gives them. */
export function findObjects(kind: ObjectKind, { west, south, east, north }: Box): TownObjects {
  loaded ??= JSON.parse(readFileSync(new URL('objects.geojson', import.meta.url), 'utf8')) as TownObjects
  const features = loaded.features.filter(({ properties, geometry }) => {
    const [longitude = 0, latitude = 0] = geometry.coordinates
    const isInside = longitude >= west && longitude <= east && latitude >= south && latitude <= north
    return isInside && properties?.kind === OBJECT_KINDS[kind]
  })
  return { type: 'FeatureCollection', features }
}
