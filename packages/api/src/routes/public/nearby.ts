import { nearbyPage, nearbyQuery } from '@signalen/contract'
import { presentPublicStatus, type StatusCode } from '@signalen/domain'
import { invalid, listNearby, type NearbyReport } from '@signalen/services'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import { presentPublicCategory } from '../../present/signal-features.ts'
import { presentTime } from '../../present/time.ts'
import { lastValue, type QueryValue } from '../../query.ts'
import type { Api } from '../../types.ts'

/** For forms: what has been reported around here already. */
export function nearbyRoutes(app: Api): void {
  app.get(
    '/v1/public/signals/nearby',
    {
      config: { operation: 'public.nearby.read', throttle: 'look-ups' },
      schema: {
        tags: ['public signals'],
        summary: 'Open reports near a place',
        querystring: nearbyQuery,
        response: { 200: nearbyPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const { lon, lat, category } = request.query
      const point = { longitude: readDegrees('lon', lon), latitude: readDegrees('lat', lat) }
      const found = await listNearby(context, { point, category: lastValue(category) || undefined })
      return halList(
        request,
        found.map((report) => present(report, context.settings.timeZone)),
      )
    },
  )
}

function readDegrees(field: 'lon' | 'lat', value: QueryValue): number {
  const text = lastValue(value)?.trim()
  const degrees = text ? Number(text) : Number.NaN
  if (!Number.isFinite(degrees)) throw invalid({ [field]: ['Voer een getal in.'] })
  return degrees
}

function present({ category, state, createdAt, withinMetres, reference }: NearbyReport, timeZone: string) {
  return {
    category: presentPublicCategory(category),
    status: presentPublicStatus(state as StatusCode),
    reported_on: presentTime(createdAt, timeZone).slice(0, 10),
    within_metres: withinMetres,
    reference,
  }
}
