import { mapSignals, publicGeography, publicGeographyQuery } from '@signalen/contract'
import { listMapSignals, listPublicPlaces } from '@signalen/services'
import { PAGE_HEADERS, placeOf, readGeoPage, setPageHeaders } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import {
  presentCollection,
  presentMapProperties,
  presentPublicProperties,
} from '../../present/signal-features.ts'
import { allValues, lastValue } from '../../query.ts'
import type { Api } from '../../types.ts'

export function publicGeographyRoutes(app: Api): void {
  app.get(
    '/v1/public/signals/geography',
    {
      config: { operation: 'public.geography.read', headers: PAGE_HEADERS },
      schema: {
        tags: ['public signals'],
        summary: 'Open reports on the public map',
        querystring: publicGeographyQuery,
        response: { 200: publicGeography },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const { bbox, lon, lat, maincategory_slug, category_slug, group_by } = request.query
      const asked = readGeoPage(request.query, context.settings.geographyPageSize)
      const { count, places } = await listPublicPlaces(context, {
        bbox: lastValue(bbox) || undefined,
        longitude: lastValue(lon) || undefined,
        latitude: lastValue(lat) || undefined,
        mainSlugs: allValues(maincategory_slug),
        subSlugs: allValues(category_slug),
        byCategory: lastValue(group_by)?.toLowerCase() === 'category',
        placeOf: placeOf(asked),
      })
      setPageHeaders(request, reply, asked, count)
      return presentCollection(places, presentPublicProperties)
    },
  )

  app.get(
    '/v1/public/map-signals',
    {
      config: { operation: 'public.geography.read' },
      schema: {
        tags: ['public signals'],
        summary: 'The newest open reports on a map',
        deprecated: true,
        response: { 200: mapSignals },
      },
    },
    async (request) => presentCollection(await listMapSignals(contextOf(request)), presentMapProperties),
  )
}
