import {
  categoryRemovedQuery,
  promotedParentsQuery,
  signalFacets,
  signalFacetsQuery,
  signalGeography,
  signalGeographyQuery,
  signalIdPage,
} from '@signalen/contract'
import type { FilterParameters } from '@signalen/domain'
import {
  countFacets,
  listPromotedParents,
  listRemovedFromCategory,
  listSignalPlaces,
} from '@signalen/services'
import { halPage, PAGE_HEADERS, placeOf, readGeoPage, readPage, setPageHeaders } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentCollection, presentPlaceProperties } from '../../present/signal-features.ts'
import { allValues, lastValue } from '../../query.ts'
import type { Api } from '../../types.ts'

const tags = ['signals']

/** The list of reports in other forms: on the map, and for those who keep a copy. */
export function signalListRoutes(app: Api): void {
  app.get(
    '/v1/private/signals/geography',
    {
      config: { operation: 'signal.geography', headers: PAGE_HEADERS },
      schema: {
        tags,
        summary: 'Where the reports are that one may see',
        querystring: signalGeographyQuery,
        response: { 200: signalGeography },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const asked = readGeoPage(request.query, context.settings.geographyPageSize)
      const { count, places } = await listSignalPlaces(context, actorOf(request), {
        parameters: request.query as FilterParameters,
        placeOf: placeOf(asked),
      })
      setPageHeaders(request, reply, asked, count)
      return presentCollection(places, presentPlaceProperties)
    },
  )

  app.get(
    '/v1/private/signals/facets',
    {
      config: { operation: 'signal.list' },
      schema: {
        tags,
        summary: 'How many reports each value of a filter would give, beside the filters that are on',
        querystring: signalFacetsQuery,
        response: { 200: signalFacets },
      },
    },
    (request) => countFacets(contextOf(request), actorOf(request), request.query as FilterParameters),
  )

  app.get(
    '/v1/private/signals/promoted/parent',
    {
      config: { operation: 'signal.promotedParents' },
      schema: {
        tags,
        summary: 'Reports that were split',
        querystring: promotedParentsQuery,
        response: { 200: signalIdPage },
      },
    },
    async (request) => {
      const asked = readPage(request.query)
      const query = { after: lastValue(request.query.after), placeOf: placeOf(asked) }
      const { count, ids } = await listPromotedParents(contextOf(request), actorOf(request), query)
      return halPage(request, asked, { count, results: ids.map((id) => ({ id })) })
    },
  )

  app.get(
    '/v1/private/signals/category/removed',
    {
      config: { operation: 'signal.categoryRemoved' },
      schema: {
        tags,
        summary: 'Reports that left a category',
        querystring: categoryRemovedQuery,
        response: { 200: signalIdPage },
      },
    },
    async (request) => {
      const asked = readPage(request.query)
      const { count, ids } = await listRemovedFromCategory(contextOf(request), actorOf(request), {
        after: lastValue(request.query.after),
        before: lastValue(request.query.before),
        slugs: allValues(request.query.category_slug),
        placeOf: placeOf(asked),
      })
      return halPage(request, asked, { count, results: ids.map((id) => ({ id })) })
    },
  )
}
