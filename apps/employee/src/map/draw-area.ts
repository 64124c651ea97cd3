import type { GeoJSONSource, LngLat, Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl'
import { thinOut, toPolygon } from './polygon-text.ts'

const SOURCE = 'drawn-area'

/** The area that lists are narrowed to; none takes it away. */
export function showArea(map: MapLibreMap, ring: readonly (readonly [number, number])[]): void {
  const data = {
    type: 'Feature' as const,
    properties: {},
    geometry: {
      type: 'Polygon' as const,
      coordinates: ring.length > 0 ? [ring.map((point) => [...point])] : [],
    },
  }
  const source = map.getSource<GeoJSONSource>(SOURCE)
  if (source) {
    source.setData(data)
    return
  }
  map.addSource(SOURCE, { type: 'geojson', data })
  map.addLayer({
    id: 'drawn-fill',
    type: 'fill',
    source: SOURCE,
    paint: { 'fill-color': '#0d6068', 'fill-opacity': 0.12 },
  })
  map.addLayer({
    id: 'drawn-line',
    type: 'line',
    source: SOURCE,
    paint: { 'line-color': '#0d6068', 'line-width': 3 },
  })
}

/** Draws along with the pointer until it is lifted. Answers how to leave off. */
export function drawArea(map: MapLibreMap, onDrawn: (polygon: string) => void): () => void {
  let points: [number, number][] = []
  let isDrawing = false
  const toPoint = ({ lng, lat }: LngLat): [number, number] => [lng, lat]
  const start = (event: MapMouseEvent | MapTouchEvent) => {
    event.preventDefault()
    isDrawing = true
    points = [toPoint(event.lngLat)]
  }
  const move = (event: MapMouseEvent | MapTouchEvent) => {
    if (!isDrawing) return
    points.push(toPoint(event.lngLat))
    if (points.length > 2) showArea(map, [...points, ...points.slice(0, 1)])
  }
  const end = () => {
    if (!isDrawing) return
    isDrawing = false
    const ring = thinOut(points)
    if (ring.length >= 3) onDrawn(toPolygon(ring))
  }
  map.getCanvas().style.cursor = 'crosshair'
  map.dragPan.disable()
  map.on('mousedown', start)
  map.on('mousemove', move)
  map.on('mouseup', end)
  map.on('touchstart', start)
  map.on('touchmove', move)
  map.on('touchend', end)
  return () => {
    map.getCanvas().style.cursor = ''
    map.dragPan.enable()
    map.off('mousedown', start)
    map.off('mousemove', move)
    map.off('mouseup', end)
    map.off('touchstart', start)
    map.off('touchmove', move)
    map.off('touchend', end)
  }
}

/** What is on the map now, as an area. */
export function areaInView(map: MapLibreMap): string {
  const bounds = map.getBounds()
  const [west, south, east, north] = [
    bounds.getWest(),
    bounds.getSouth(),
    bounds.getEast(),
    bounds.getNorth(),
  ]
  return toPolygon([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ])
}
