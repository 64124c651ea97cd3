import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { createMap } from './create-map.ts'
import { useMunicipalityBounds } from './use-municipality-bounds.ts'

export interface OpenedMap {
  /** Of the element that the map is in. */
  readonly container: RefObject<HTMLDivElement | null>
  /** Undefined until it can be drawn on. */
  readonly map: MapLibreMap | undefined
}

/** A map of the municipality, made anew in another language. Before it is given out, `prepare` adds its layers. */
export function useMap(label: string, prepare?: (map: MapLibreMap) => void): OpenedMap {
  const container = useRef<HTMLDivElement>(null)
  const { language } = useLanguage()
  const bounds = useMunicipalityBounds()
  const [map, setMap] = useState<MapLibreMap>()
  const current = useRef(prepare)
  current.current = prepare
  useEffect(() => {
    if (!container.current) return
    const created = createMap({ container: container.current, bounds, language, label })
    created.on('load', () => {
      current.current?.(created)
      setMap(created)
    })
    return () => {
      setMap(undefined)
      created.remove()
    }
  }, [language, label, bounds])
  return { container, map }
}
