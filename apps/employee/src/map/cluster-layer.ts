import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import type { PointFeature } from '../api/wire.ts'

export interface PlacedPoint {
  readonly id: number
}

export interface ClusterEvents {
  onOpen(id: number): void
}

const SOURCE = 'reports'
const POINTS = 'report-points'
const CLUSTERS = 'report-clusters'
const CHOSEN = 'report-chosen'

/** Reports as points, those close together as one circle with their number. */
export function addClusterLayer(map: MapLibreMap, events: ClusterEvents): void {
  map.setMissingStyleImageResolver((name) => {
    const count = /^count-(\d+)$/.exec(name)?.[1]
    if (count && !map.hasImage(name)) map.addImage(name, drawCount(count), { pixelRatio: 2 })
  })
  map.addSource(SOURCE, {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    cluster: true,
    clusterRadius: 46,
    clusterMaxZoom: 17,
  })
  map.addLayer({
    id: CLUSTERS,
    type: 'symbol',
    source: SOURCE,
    filter: ['has', 'point_count'],
    layout: {
      'icon-image': ['concat', 'count-', ['to-string', ['get', 'point_count']]],
      'icon-allow-overlap': true,
    },
  })
  const paint = { 'circle-color': '#0d6068', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 }
  map.addLayer({
    id: POINTS,
    type: 'circle',
    source: SOURCE,
    filter: ['!', ['has', 'point_count']],
    paint: { ...paint, 'circle-radius': 8 },
  })
  map.addLayer({
    id: CHOSEN,
    type: 'circle',
    source: SOURCE,
    filter: ['==', ['get', 'id'], 0],
    paint: { ...paint, 'circle-color': '#b3261e', 'circle-radius': 11 },
  })
  listen(map, events)
}

function listen(map: MapLibreMap, events: ClusterEvents): void {
  map.on('click', CLUSTERS, (event) => void zoomIn(map, event))
  map.on('click', POINTS, (event) => {
    const id: unknown = event.features?.[0]?.properties?.id
    if (typeof id === 'number') events.onOpen(id)
  })
  for (const layer of [CLUSTERS, POINTS]) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}

async function zoomIn(map: MapLibreMap, event: MapMouseEvent): Promise<void> {
  const [feature] = map.queryRenderedFeatures(event.point, { layers: [CLUSTERS] })
  const cluster: unknown = feature?.properties?.cluster_id
  const source = map.getSource<GeoJSONSource>(SOURCE)
  if (!source || typeof cluster !== 'number' || feature?.geometry.type !== 'Point') return
  const zoom = await source.getClusterExpansionZoom(cluster)
  const [longitude = 0, latitude = 0] = feature.geometry.coordinates
  map.easeTo({ center: [longitude, latitude], zoom: zoom + 0.2, animate: mayMove() })
}

export function mayMove(): boolean {
  return !window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

export function showPoints<Properties extends PlacedPoint>(
  map: MapLibreMap,
  features: readonly PointFeature<Properties>[],
): void {
  const source = map.getSource<GeoJSONSource>(SOURCE)
  source?.setData({
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...geometry.coordinates] },
      properties: { id: properties.id },
    })),
  })
}

export function choosePoint(map: MapLibreMap, id: number | undefined): void {
  if (map.getLayer(CHOSEN)) map.setFilter(CHOSEN, ['==', ['get', 'id'], id ?? 0])
}

const DIAMETER = 76

/** Numbers need glyphs, which a map of pictures has not: so each number is drawn once. */
function drawCount(count: string): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = DIAMETER
  canvas.height = DIAMETER
  const context = canvas.getContext('2d')
  if (!context) return new ImageData(1, 1)
  context.beginPath()
  context.arc(DIAMETER / 2, DIAMETER / 2, DIAMETER / 2 - 3, 0, Math.PI * 2)
  context.fillStyle = '#0d6068'
  context.fill()
  context.lineWidth = 5
  context.strokeStyle = '#ffffff'
  context.stroke()
  context.fillStyle = '#ffffff'
  context.font = `600 ${count.length > 3 ? 24 : 30}px system-ui, sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(count, DIAMETER / 2, DIAMETER / 2 + 2)
  return context.getImageData(0, 0, DIAMETER, DIAMETER)
}
