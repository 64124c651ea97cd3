import {
  Map as MapLibre,
  Marker,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

export interface MapPin {
  readonly longitude: number
  readonly latitude: number
}

export interface MapSettings {
  readonly tiles: string
  readonly attribution: string
  readonly center: [number, number]
  readonly zoom: number
  readonly bounds: [number, number, number, number]
}

export const CLOSE_BY = 17
const ROOM_AROUND = 0.05

export interface View {
  readonly center: [number, number]
  readonly zoom: number
}

export function readMapSettings(part: HTMLElement): MapSettings {
  return JSON.parse(part.dataset.map ?? '{}') as MapSettings
}

/** The municipality's map, as every page shows it. */
export function createMap(canvas: HTMLElement, settings: MapSettings, view: View): MapLibre {
  setWorkerUrl(workerUrl)
  const [west, south, east, north] = settings.bounds
  const map = new MapLibre({
    container: canvas,
    style: styleOf(settings),
    ...view,
    maxZoom: 19,
    maxBounds: [west - ROOM_AROUND, south - ROOM_AROUND, east + ROOM_AROUND, north + ROOM_AROUND],
    dragRotate: false,
    pitchWithRotate: false,
    attributionControl: { compact: false },
    locale: {
      'NavigationControl.ZoomIn': canvas.dataset.zoomIn ?? '',
      'NavigationControl.ZoomOut': canvas.dataset.zoomOut ?? '',
      'Map.Title': canvas.dataset.label ?? '',
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }))
  return map
}

/** A map to point at a place with: by tapping it, or by putting its middle there. */
export async function showMap(part: HTMLElement, canvas: HTMLElement, pick: (pin: MapPin) => void) {
  const settings = readMapSettings(part)
  const chosen = readPoint(part)
  const center = chosen ?? settings.center
  const map = createMap(canvas, settings, { center, zoom: chosen ? CLOSE_BY : settings.zoom })
  addCross(canvas)
  if (chosen) new Marker({ color: '#0d6068' }).setLngLat(chosen).addTo(map)
  const pickAt = ({ lng, lat }: { lng: number; lat: number }) => pick({ longitude: lng, latitude: lat })
  const pickCentre = () => pickAt(map.getCenter())
  map.on('click', (event) => pickAt(event.lngLat))
  map.getCanvas().setAttribute('aria-describedby', 'kaart-uitleg')
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') pickCentre()
  })
  await map.once('load')
  map.getCanvas().focus()
  return { pickCentre }
}

export function readPoint(part: HTMLElement): [number, number] | undefined {
  const [longitude, latitude] = (part.dataset.mapAt ?? '').split(',').map(Number)
  const isPoint = longitude !== undefined && latitude !== undefined && Number.isFinite(latitude)
  return isPoint ? [longitude, latitude] : undefined
}

function styleOf(settings: MapSettings): StyleSpecification {
  const tiles = new URL(settings.tiles, location.origin).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
  return {
    version: 8,
    sources: { base: { type: 'raster', tiles: [tiles], tileSize: 256, attribution: settings.attribution } },
    layers: [{ id: 'base', type: 'raster', source: 'base' }],
  }
}

function addCross(canvas: HTMLElement): void {
  const cross = document.createElement('div')
  cross.className = 'citizen-map__cross'
  cross.setAttribute('aria-hidden', 'true')
  canvas.append(cross)
}
