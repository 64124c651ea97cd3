import 'maplibre-gl/dist/maplibre-gl.css'
import type { Language } from '@signalen/ui'
import {
  AttributionControl,
  Map as MapLibreMap,
  NavigationControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

setWorkerUrl(workerUrl)

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number]
export type LngLat = readonly [longitude: number, latitude: number]

/** The Netherlands, until something is known of where to look. */
const WHOLE_COUNTRY: Bounds = [3.3, 50.7, 7.3, 53.6]
const DEEPEST_TILE = 19

export interface MapSettings {
  readonly container: HTMLElement
  readonly center?: LngLat | undefined
  readonly bounds?: Bounds | undefined
  readonly language: Language
  readonly label: string
}

/** A map of our own tiles. It takes the wheel only with Ctrl, so that scrolling the page stays scrolling. */
export function createMap({
  container,
  center,
  bounds = WHOLE_COUNTRY,
  language,
  label,
}: MapSettings): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: styleOf(),
    ...(center ? { center: [...center], zoom: 16 } : { bounds: [...bounds] }),
    maxZoom: 19.5,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    attributionControl: false,
    fadeDuration: 0,
    locale: { ...LOCALES[language], 'Map.Title': label },
  })
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  void addCredit(map)
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}

let credit: Promise<string> | undefined

/** Whose map it is, as the server is set up. */
function findCredit(): Promise<string> {
  credit ??= fetch('/tiles/about.json')
    .then((response) => response.json())
    .then((about: { readonly attribution?: string }) => about.attribution ?? '')
    .catch(() => {
      credit = undefined
      return ''
    })
  return credit
}

async function addCredit(map: MapLibreMap): Promise<void> {
  const customAttribution = await findCredit()
  // A map that was taken away in the meantime has no place for it.
  if (!map.getContainer().isConnected) return
  map.addControl(new AttributionControl({ compact: true, customAttribution }))
}

function styleOf(): StyleSpecification {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  return {
    version: 8,
    sources: {
      tiles: {
        type: 'raster',
        tiles: [`${window.location.origin}/tiles/{z}/{x}/{y}.png`],
        tileSize: 256,
        maxzoom: DEEPEST_TILE,
      },
    },
    layers: [
      {
        id: 'tiles',
        type: 'raster',
        source: 'tiles',
        paint: isDark ? { 'raster-brightness-max': 0.65, 'raster-saturation': -0.35 } : {},
      },
    ],
  }
}

const LOCALES: Readonly<Record<Language, Record<string, string>>> = {
  nl: {
    'NavigationControl.ZoomIn': 'Inzoomen',
    'NavigationControl.ZoomOut': 'Uitzoomen',
    'AttributionControl.ToggleAttribution': 'Bronvermelding',
    'CooperativeGesturesHandler.WindowsHelpText': 'Houd Ctrl ingedrukt om te zoomen met het muiswiel',
    'CooperativeGesturesHandler.MacHelpText': 'Houd ⌘ ingedrukt om te zoomen met het muiswiel',
    'CooperativeGesturesHandler.MobileHelpText': 'Verschuif de kaart met twee vingers',
    'Marker.Title': 'Punt op de kaart',
  },
  en: {},
}
