import { type GeoJSONSource, type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import type { LngLat } from './create-map.ts'
import { useMap } from './use-map.ts'

export interface RouteMapProps {
  readonly label: string
  readonly stops: readonly LngLat[]
  readonly start: LngLat | undefined
}

const LINE = 'route-line'

/** A numbered way along the stops. The list beside it says the same. */
export default function RouteMap({ label, stops, start }: RouteMapProps) {
  const { container, map } = useMap(label, addLine)
  useEffect(() => (map ? showRoute(map, stops, start) : undefined), [map, stops, start])
  return <div ref={container} className="map" />
}

function addLine(map: MapLibreMap): void {
  map.addSource(LINE, { type: 'geojson', data: lineAlong([]) })
  map.addLayer({
    id: LINE,
    type: 'line',
    source: LINE,
    paint: { 'line-color': '#0d6068', 'line-width': 4, 'line-opacity': 0.7 },
  })
}

/** Answers how to take it away again. */
function showRoute(map: MapLibreMap, stops: readonly LngLat[], start: LngLat | undefined): () => void {
  const places = [...(start ? [start] : []), ...stops]
  map.getSource<GeoJSONSource>(LINE)?.setData(lineAlong(places))
  const markers = stops.map((stop, index) => addMarker(map, stop, { text: String(index + 1), kind: 'stop' }))
  if (start) markers.push(addMarker(map, start, { text: '', kind: 'start' }))
  fitTo(map, places)
  return () => {
    for (const marker of markers) marker.remove()
  }
}

function addMarker(
  map: MapLibreMap,
  [longitude, latitude]: LngLat,
  { text, kind }: { readonly text: string; readonly kind: 'stop' | 'start' },
): Marker {
  const element = document.createElement('span')
  element.className = kind === 'stop' ? 'route__number route__number--map' : 'route__start'
  element.textContent = text
  element.setAttribute('aria-hidden', 'true')
  return new Marker({ element }).setLngLat([longitude, latitude]).addTo(map)
}

function fitTo(map: MapLibreMap, places: readonly LngLat[]): void {
  const [first] = places
  if (!first) return
  const longitudes = places.map(([longitude]) => longitude)
  const latitudes = places.map(([, latitude]) => latitude)
  map.fitBounds(
    [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)],
    { padding: 40, maxZoom: 16, animate: false },
  )
}

function lineAlong(places: readonly LngLat[]) {
  return {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'LineString' as const, coordinates: places.map((place) => [...place]) },
  }
}
