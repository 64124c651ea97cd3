import type {
  ExpressionFilterSpecification,
  GeoJSONSource,
  MapLayerMouseEvent,
  Map as MapLibreMap,
  MapMouseEvent,
} from 'maplibre-gl'
import type { PointFeature } from '../api/wire.ts'

export interface PlacedPoint {
  readonly id: number
}

export interface ClusterEvents {
  onOpen(id: number): void
  /** The one that is pointed at, or none. */
  onHover(id: number | undefined): void
  /** Pressed together with Ctrl or Shift. */
  onSelect(id: number): void
}

/** Which points are selected, as rows of the list are. */
export interface SelectedPoints {
  readonly ids: ReadonlySet<number>
  readonly isAll: boolean
}

const SOURCE = 'reports'
const POINTS = 'report-points'
const CLUSTERS = 'report-clusters'
const SELECTED = 'report-selected'
const CHOSEN = 'report-chosen'
const SINGLE: ExpressionFilterSpecification = ['!', ['has', 'point_count']]
const NO_POINT: ExpressionFilterSpecification = ['==', ['get', 'id'], 0]

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
    filter: SINGLE,
    paint: { ...paint, 'circle-radius': 8 },
  })
  map.addLayer({
    id: SELECTED,
    type: 'circle',
    source: SOURCE,
    filter: NO_POINT,
    paint: { ...paint, 'circle-color': '#7a3ea8', 'circle-radius': 9, 'circle-stroke-width': 3 },
  })
  // By itself, so that it is seen as well where it lies among others in one circle.
  map.addSource(CHOSEN, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  map.addLayer({
    id: CHOSEN,
    type: 'circle',
    source: CHOSEN,
    paint: { ...paint, 'circle-color': '#b3261e', 'circle-radius': 11 },
  })
  listen(map, events)
}

function listen(map: MapLibreMap, events: ClusterEvents): void {
  map.on('click', CLUSTERS, (event) => void zoomIn(map, event))
  map.on('click', POINTS, (event) => {
    const id = findPointId(event)
    const { ctrlKey, metaKey, shiftKey } = event.originalEvent
    if (id === undefined) return
    if (ctrlKey || metaKey || shiftKey) events.onSelect(id)
    else events.onOpen(id)
  })
  map.on('mousemove', POINTS, (event) => events.onHover(findPointId(event)))
  map.on('mouseleave', POINTS, () => events.onHover(undefined))
  for (const layer of [CLUSTERS, POINTS]) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}

function findPointId(event: MapLayerMouseEvent): number | undefined {
  const id: unknown = event.features?.[0]?.properties?.id
  return typeof id === 'number' ? id : undefined
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

/** The one that stands out, wherever it lies. */
export function choosePoint(map: MapLibreMap, point: readonly [number, number] | undefined): void {
  map.getSource<GeoJSONSource>(CHOSEN)?.setData({
    type: 'FeatureCollection',
    features: point
      ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...point] }, properties: {} }]
      : [],
  })
}

export function selectPoints(map: MapLibreMap, { ids, isAll }: SelectedPoints): void {
  if (!map.getLayer(SELECTED)) return
  map.setFilter(SELECTED, isAll ? SINGLE : ['in', ['get', 'id'], ['literal', [...ids]]])
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
