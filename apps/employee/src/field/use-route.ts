import { OPEN_STATUS_CODES } from '@signalen/domain'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { signalPageOptions } from '../api/signals.ts'
import { EMPTY_QUERY, toApiQuery } from '../filters/list-query.ts'
import type { Place } from '../map/distance.ts'
import { useRights } from '../rights/use-rights.ts'
import { orderRoute } from './order-route.ts'

export const MOST_STOPS = 100

/** One's own open reports; what has lain longest comes first, should there be too many. */
export function useRouteQuery(): { readonly path: 'signals' | 'search'; readonly query: string } {
  const { user } = useRights()
  return useMemo(
    () =>
      toApiQuery(
        {
          ...EMPTY_QUERY,
          filters: { status: OPEN_STATUS_CODES, assigned_user_email: [user?.email ?? ''] },
          sorting: { by: 'created_at', isDescending: false },
        },
        MOST_STOPS,
      ),
    [user],
  )
}

export function useRoute(start: Place | undefined) {
  const { user } = useRights()
  const { path, query } = useRouteQuery()
  const page = useQuery({ ...signalPageOptions(path, query), enabled: user !== undefined })
  const stops = useMemo(() => {
    const placed = (page.data?.results ?? []).map((signal) => {
      const [longitude = 0, latitude = 0] = signal.location.geometrie.coordinates
      return { signal, place: [longitude, latitude] as const }
    })
    return orderRoute(placed, start)
  }, [page.data, start])
  return { stops, page, address: `/signals/v1/private/${path}/?${query}` }
}

export type RouteStop = ReturnType<typeof useRoute>['stops'][number]
