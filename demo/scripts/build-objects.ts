import type { Feature, FeatureCollection, Point as PointGeometry } from 'geojson'
import type { Point } from '../geometry.ts'
import { aside, distance, isInRing, lineLength, standAt, toDegrees } from '../geometry.ts'
import { createRandom } from '../random.ts'
import { HALF_WIDTH } from './place-buildings.ts'
import type { Street, Town } from './read-town.ts'

type Stood = { street: Street; at: Point }

const CONTAINERS = [
  { type: 'rest', letter: 'R', label: 'Restafval' },
  { type: 'papier', letter: 'P', label: 'Papier' },
  { type: 'glas', letter: 'G', label: 'Glas' },
  { type: 'plastic', letter: 'K', label: 'Plastic' },
] as const
const SPECIES = [
  'Hollandse linde',
  'Gewone es',
  'Gewone plataan',
  'Zomereik',
  'Ruwe iep',
  'Witte paardenkastanje',
  'Noorse esdoorn',
  'Japanse sierkers',
]

/** What the municipality registers one by one and a reporter can point at: street lights, containers and trees. */
export function buildObjects(town: Town, border: readonly Point[]): FeatureCollection<PointGeometry> {
  const lit = town.streets.filter(({ class: kind, homes }) => homes !== 'none' && kind !== 'motorway')
  const features = [...streetLights(town.streets), ...containers(lit), ...trees(town, lit)]
  return { type: 'FeatureCollection', features: features.filter((feature) => isWithin(feature, border)) }
}

function isWithin({ geometry: { coordinates } }: Feature<PointGeometry>, border: readonly Point[]): boolean {
  const [longitude = 0, latitude = 0] = coordinates
  return isInRing([longitude, latitude], border)
}

function streetLights(streets: readonly Street[]): Feature<PointGeometry>[] {
  const spots = streets
    .filter(({ class: kind }) => kind !== 'motorway' && kind !== 'path')
    .flatMap((street) =>
      alongside(street, {
        every: street.homes === 'old' ? 80 : 210,
        from: 18,
        off: HALF_WIDTH[street.class] - 0.8,
      }),
    )
  return spacedOut(spots, 20).map(({ street, at }, index) =>
    object(at, { kind: 'street-light', type: 'lamp', id: `L${1001 + index}`, street: street.name }),
  )
}

function containers(streets: readonly Street[]): Feature<PointGeometry>[] {
  const sites = spacedOut(
    streets
      .filter(({ homes }) => homes !== 'works' && homes !== 'semi')
      .flatMap((street) => alongside(street, { every: 260, from: 40, off: HALF_WIDTH[street.class] + 0.8 })),
    330,
  )
  return sites.slice(0, 24).flatMap(({ street, at }, site) => {
    const random = createRandom(`containers ${site}`)
    const kinds = CONTAINERS.filter(({ type }) => type === 'rest' || random.chance(0.52))
    return kinds.map(({ type, letter, label }, index) =>
      object([at[0] + index * 2.6, at[1]], {
        kind: 'container',
        type,
        id: `${letter}-${String(101 + site)}`,
        label,
        street: street.name,
      }),
    )
  })
}

function trees(town: Town, streets: readonly Street[]): Feature<PointGeometry>[] {
  const ponds = town.ground.filter(({ kind }) => kind === 'water')
  const spots = spacedOut(
    streets.flatMap((street) =>
      alongside(street, {
        every: street.homes === 'old' ? 70 : 120,
        from: 30,
        off: HALF_WIDTH[street.class] - 0.4,
      }),
    ),
    14,
  )
  const dry = spots.filter(({ at }) => !ponds.some(({ points }) => isInRing(at, points)))
  const step = Math.max(1, Math.floor(dry.length / 300))
  return dry
    .filter((_, index) => index % step === 0)
    .slice(0, 300)
    .map(({ street, at }, index) => {
      const random = createRandom(`tree ${index}`)
      return object(at, {
        kind: 'tree',
        type: 'tree',
        id: `B${10_001 + index}`,
        species: random.pick(SPECIES),
        street: street.name,
      })
    })
}

function alongside(
  street: Street,
  { every, from, off }: { every: number; from: number; off: number },
): Stood[] {
  const length = lineLength(street.line)
  const places = Array.from(
    { length: Math.max(0, Math.ceil((length - from) / every)) },
    (_, index) => from + index * every,
  )
  return places
    .filter((metres) => metres < length - 8)
    .map((metres, index) => ({
      street,
      at: aside(standAt(street.line, metres), index % 2 === 0 ? off : -off),
    }))
}

/** Leaves out what stands too close to something that is already there. */
function spacedOut(spots: readonly Stood[], metres: number): Stood[] {
  const kept: Stood[] = []
  for (const spot of spots) if (kept.every(({ at }) => distance(at, spot.at) >= metres)) kept.push(spot)
  return kept
}

function object(at: Point, properties: Record<string, string>): Feature<PointGeometry> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...toDegrees(at)] } }
}
