import { ringOf } from '@signalen/domain'
import { Button } from '@signalen/ui'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { PointFeature } from '../api/wire.ts'
import { useMessages } from '../language/language-context.tsx'
import {
  addClusterLayer,
  choosePoint,
  mayMove,
  type PlacedPoint,
  type SelectedPoints,
  selectPoints,
  showPoints,
} from './cluster-layer.ts'
import type { LngLat } from './create-map.ts'
import { areaInView, drawArea, showArea } from './draw-area.ts'
import { useMap } from './use-map.ts'
import { useMapKeys } from './use-map-keys.ts'

export interface SignalsMapProps {
  readonly label: string
  readonly features: readonly PointFeature<PlacedPoint>[]
  /** The place of the one that stands out. */
  readonly chosen?: LngLat | undefined
  readonly selected?: SelectedPoints | undefined
  readonly onOpen: (id: number) => void
  readonly onHover?: (id: number | undefined) => void
  readonly onSelect?: (id: number) => void
  readonly className?: string
  /** The area that is shown only, as the filter has it. */
  readonly area?: string | undefined
  /** Draws or takes another area; without it there is no choosing. */
  readonly onArea?: (polygon: string | undefined) => void
}

const NOTHING_SELECTED: SelectedPoints = { ids: new Set(), isAll: false }

/** Reports on a map. Everything on it also stands in a list beside it. */
export default function SignalsMap(props: SignalsMapProps) {
  const { label, features, chosen, selected = NOTHING_SELECTED, className, area, onArea } = props
  const current = useRef(props)
  current.current = props
  const { container, map } = useMap(label, (created) =>
    addClusterLayer(created, {
      onOpen: (id) => current.current.onOpen(id),
      onHover: (id) => current.current.onHover?.(id),
      onSelect: (id) => current.current.onSelect?.(id),
    }),
  )
  useEffect(() => {
    if (!map) return
    showPoints(map, features)
    fitTo(map, features)
  }, [map, features])
  useEffect(() => {
    if (map) choosePoint(map, chosen)
  }, [map, chosen])
  useEffect(() => {
    if (map) selectPoints(map, selected)
  }, [map, selected])
  useEffect(() => {
    if (map) showArea(map, area ? ringOf(area) : [])
  }, [map, area])
  useMapKeys(map, current)
  return (
    <>
      <div ref={container} className={className ?? 'map'} />
      {map && onArea && <AreaTools map={map} area={area} onArea={onArea} />}
    </>
  )
}

interface AreaToolsProps {
  readonly map: MapLibreMap
  readonly area: string | undefined
  readonly onArea: (polygon: string | undefined) => void
}

/** An area is drawn, or taken from what is on the map: that works without a pointer as well. */
function AreaTools({ map, area, onArea }: AreaToolsProps) {
  const { overview } = useMessages()
  const [isDrawing, setIsDrawing] = useState(false)
  const change = useRef(onArea)
  change.current = onArea
  useEffect(() => {
    if (!isDrawing) return
    return drawArea(map, (polygon) => {
      setIsDrawing(false)
      change.current(polygon)
    })
  }, [map, isDrawing])
  return (
    <div className="map-tools">
      <Button aria-pressed={isDrawing} onClick={() => setIsDrawing(!isDrawing)}>
        {isDrawing ? overview.drawing : overview.drawArea}
      </Button>
      <Button onClick={() => onArea(areaInView(map))}>{overview.areaInView}</Button>
      {area && (
        <Button purpose="subtle" onClick={() => onArea(undefined)}>
          {overview.clearArea}
        </Button>
      )}
    </div>
  )
}

function fitTo(map: MapLibreMap, features: readonly PointFeature<PlacedPoint>[]): void {
  if (features.length === 0) return
  const longitudes = features.map(({ geometry }) => geometry.coordinates[0])
  const latitudes = features.map(({ geometry }) => geometry.coordinates[1])
  map.fitBounds(
    [
      [least(longitudes), least(latitudes)],
      [most(longitudes), most(latitudes)],
    ],
    { padding: 48, maxZoom: 16, animate: mayMove() },
  )
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => Math.min(left, right))
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => Math.max(left, right))
}
