import type { Feature, FeatureCollection, Position } from 'geojson'
import type { Point } from '../geometry.ts'
import { counterClockwise, isInRing, toDegrees } from '../geometry.ts'
import { createRandom } from '../random.ts'
import { buildOutline } from './areas.ts'
import type { Building } from './place-buildings.ts'
import { landmarkShape } from './place-buildings.ts'
import type { Ground, Town } from './read-town.ts'

const WOODED: Record<string, number> = { wood: 0.0016, park: 0.0005, cemetery: 0.001 }

/** One feature per thing that is drawn; `kind` in its properties says how. */
export function buildBasemap(town: Town, buildings: readonly Building[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      feature({ kind: 'outline' }, { type: 'Polygon', coordinates: [closed(buildOutline())] }),
      ...town.ground.map(groundFeature),
      ...town.canals.map((canal) => groundFeature(canal)),
      ...town.streets.map(({ name, class: street, line }) =>
        feature(
          { kind: 'street', name, class: street },
          { type: 'LineString', coordinates: positions(line) },
        ),
      ),
      ...buildingFeatures(buildings),
      feature({ kind: 'tree' }, { type: 'MultiPoint', coordinates: positions(town.ground.flatMap(treesIn)) }),
    ],
  }
}

function feature(properties: Record<string, string | number>, geometry: Feature['geometry']): Feature {
  return { type: 'Feature', properties, geometry }
}

function groundFeature(ground: Ground): Feature {
  const { kind, name, detail, points } = ground
  const named = name === '' ? {} : { name }
  switch (kind) {
    case 'waterway':
      return feature(
        { kind, ...named, width: Number(detail) },
        { type: 'LineString', coordinates: positions(points) },
      )
    case 'railway':
      return feature(detail === '' ? { kind } : { kind, [detail]: 1 }, {
        type: 'LineString',
        coordinates: positions(points),
      })
    case 'place':
      return feature(
        { kind, ...named, size: detail },
        { type: 'Point', coordinates: positions(points)[0] ?? [0, 0] },
      )
    case 'landmark':
      return feature(
        { kind, ...named },
        { type: 'Polygon', coordinates: [closed(landmarkShape(ground).map(toDegrees))] },
      )
    default:
      return feature({ kind, ...named }, { type: 'Polygon', coordinates: [closed(points.map(toDegrees))] })
  }
}

function buildingFeatures(buildings: readonly Building[]): Feature[] {
  const streets = new Map<string, Building[]>()
  for (const building of buildings) {
    const key = `${building.street}|${building.kind}`
    streets.set(key, [...(streets.get(key) ?? []), building])
  }
  return [...streets.values()].map((group) =>
    feature(
      { kind: 'building', use: group[0]?.kind ?? 'none' },
      { type: 'MultiPolygon', coordinates: group.map(({ shape }) => [closed(shape.map(toDegrees))]) },
    ),
  )
}

/** Trees are scattered over parks and woods; the trees along streets are objects of their own. */
function treesIn({ kind, name, points }: Ground): Point[] {
  const perSquareMetre = WOODED[kind]
  if (perSquareMetre === undefined) return []
  const random = createRandom(`trees ${kind} ${name} ${points[0]}`)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const surface = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
  return Array.from(
    { length: Math.round(surface * perSquareMetre) },
    (): Point => [
      random.between(Math.min(...xs), Math.max(...xs)),
      random.between(Math.min(...ys), Math.max(...ys)),
    ],
  ).filter((tree) => isInRing(tree, points))
}

function positions(points: readonly Point[]): Position[] {
  return points.map((point) => [...toDegrees(point)])
}

function closed(ring: readonly Point[]): Position[] {
  const turned = counterClockwise(ring)
  return [...turned, ...turned.slice(0, 1)].map((point) => [...point])
}
