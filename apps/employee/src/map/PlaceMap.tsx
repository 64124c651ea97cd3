import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { createMap, type LngLat } from './create-map.ts'
import { useMunicipalityBounds } from './use-municipality-bounds.ts'

export interface PlaceMapProps {
  readonly label: string
  readonly place: LngLat | undefined
  /** When given, the place can be pointed at. */
  readonly onPick?: ((place: LngLat) => void) | undefined
  readonly className?: string
}

/** One place. The address beside the map says the same in words. */
export default function PlaceMap({ label, place, onPick, className }: PlaceMapProps) {
  const container = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const start = useRef(place)
  const { language } = useLanguage()
  const bounds = useMunicipalityBounds()
  const [map, setMap] = useState<MapLibreMap>()
  useEffect(() => {
    if (!container.current) return
    const created = createMap({
      container: container.current,
      center: start.current,
      bounds: start.current ? undefined : bounds,
      language,
      label,
    })
    created.on('click', ({ lngLat }) => pick.current?.([lngLat.lng, lngLat.lat]))
    if (pick.current) created.getCanvas().style.cursor = 'crosshair'
    setMap(created)
    return () => {
      setMap(undefined)
      created.remove()
    }
  }, [language, label, bounds])
  useMarker(map, place)
  return <div ref={container} className={className ?? 'map'} />
}

function useMarker(map: MapLibreMap | undefined, place: LngLat | undefined): void {
  const [longitude, latitude] = place ?? []
  useEffect(() => {
    if (!map || longitude === undefined || latitude === undefined) return
    const marker = new Marker({ color: '#b3261e' }).setLngLat([longitude, latitude]).addTo(map)
    if (map.getZoom() < 13 || !map.getBounds().contains([longitude, latitude]))
      map.jumpTo({ center: [longitude, latitude], zoom: 16 })
    return () => {
      marker.remove()
    }
  }, [map, longitude, latitude])
}
