import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import type { Bounds } from './create-map.ts'
import { useMap } from './use-map.ts'

type Shapes = Exclude<Parameters<GeoJSONSource['setData']>[0], string>

export interface ShownShape {
  readonly name: string
  /** GeoJSON. */
  readonly geometry: unknown
}

export interface AreasMapProps {
  readonly label: string
  readonly shapes: readonly ShownShape[]
}

/** Shapes on a map; what they are called stands in the list beside it. */
export default function AreasMap({ label, shapes }: AreasMapProps) {
  const { container, map } = useMap(label)
  useEffect(() => {
    if (map) show(map, shapes)
  }, [map, shapes])
  return <div ref={container} className="map" />
}

function show(map: MapLibreMap, shapes: readonly ShownShape[]): void {
  const data = {
    type: 'FeatureCollection',
    features: shapes.map(({ name, geometry }) => ({ type: 'Feature', properties: { name }, geometry })),
  } as Shapes
  const source = map.getSource<GeoJSONSource>('areas')
  if (source) source.setData(data)
  else addLayers(map, data)
  const box = findBox(shapes)
  if (box) map.fitBounds([...box], { padding: 20, animate: false })
}

function addLayers(map: MapLibreMap, data: Shapes): void {
  map.addSource('areas', { type: 'geojson', data })
  map.addLayer({
    id: 'areas-fill',
    type: 'fill',
    source: 'areas',
    paint: { 'fill-color': '#0b6169', 'fill-opacity': 0.15 },
  })
  map.addLayer({
    id: 'areas-line',
    type: 'line',
    source: 'areas',
    paint: { 'line-color': '#0b6169', 'line-width': 2 },
  })
}

function findBox(shapes: readonly ShownShape[]): Bounds | undefined {
  const positions = shapes.flatMap(({ geometry }) =>
    listPositions(Object(geometry) as { coordinates?: unknown }),
  )
  const [first] = positions
  if (!first) return undefined
  return positions.reduce<Bounds>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [...first, ...first],
  )
}

function listPositions({ coordinates }: { readonly coordinates?: unknown }): (readonly [number, number])[] {
  if (!Array.isArray(coordinates)) return []
  const [x, y] = coordinates as unknown[]
  if (typeof x === 'number' && typeof y === 'number') return [[x, y]]
  return coordinates.flatMap((part: unknown) => listPositions({ coordinates: part }))
}
