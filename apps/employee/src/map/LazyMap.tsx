import { Alert, Paragraph } from '@signalen/ui'
import { Component, lazy, type ReactNode, Suspense } from 'react'
import { useMessages } from '../language/language-context.tsx'
import type { AreasMapProps } from './AreasMap.tsx'
import type { PlaceMapProps } from './PlaceMap.tsx'
import type { RouteMapProps } from './RouteMap.tsx'
import type { SignalsMapProps } from './SignalsMap.tsx'

const LoadedSignalsMap = lazy(() => import('./SignalsMap.tsx'))
const LoadedPlaceMap = lazy(() => import('./PlaceMap.tsx'))

const LoadedRouteMap = lazy(() => import('./RouteMap.tsx'))
const LoadedAreasMap = lazy(() => import('./AreasMap.tsx'))

/** Maps are fetched when one is looked at; without one the rest of the screen works as before. */
export function LazySignalsMap(props: SignalsMapProps) {
  return (
    <MapFrame>
      <LoadedSignalsMap {...props} />
    </MapFrame>
  )
}

export function LazyPlaceMap(props: PlaceMapProps) {
  return (
    <MapFrame>
      <LoadedPlaceMap {...props} />
    </MapFrame>
  )
}

export function LazyRouteMap(props: RouteMapProps) {
  return (
    <MapFrame>
      <LoadedRouteMap {...props} />
    </MapFrame>
  )
}

export function LazyAreasMap(props: AreasMapProps) {
  return (
    <MapFrame>
      <LoadedAreasMap {...props} />
    </MapFrame>
  )
}

function MapFrame({ children }: { readonly children: ReactNode }) {
  const { overview, shell } = useMessages()
  return (
    <MapBoundary
      fallback={
        <Alert kind="warning">
          <Paragraph>{overview.mapFailed}</Paragraph>
        </Alert>
      }
    >
      <Suspense fallback={<p className="map map--loading">{shell.loading}</p>}>{children}</Suspense>
    </MapBoundary>
  )
}

interface BoundaryProps {
  readonly children: ReactNode
  readonly fallback: ReactNode
}

/** A browser without WebGL, or a map that could not be fetched. */
class MapBoundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError() {
    return { isBroken: true }
  }
  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children
  }
}
