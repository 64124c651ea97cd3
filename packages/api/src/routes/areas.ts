import {
  type Area,
  type AreaCollection,
  areaCollection,
  areaListQuery,
  areaPage,
  areaShapeListQuery,
} from '@signalen/contract'
import type { Operation } from '@signalen/domain'
import {
  AREA_ORDERS,
  type AreaOrder,
  type AreaWithBox,
  type AreaWithShape,
  listAreaShapes,
  listAreas,
} from '@signalen/services'
import {
  DEFAULT_PAGE_SIZE,
  halPage,
  PAGE_HEADERS,
  readGeoPage,
  readPage,
  setPageHeaders,
} from '../pagination.ts'
import { contextOf } from '../plugins/access.ts'
import type { Api } from '../types.ts'

const tags = ['areas']

/** The same for everyone and for staff, at two addresses. */
export function areaListRoutes(app: Api, path: string, operation: Operation): void {
  app.get(
    path,
    {
      config: { operation },
      schema: { tags, summary: 'Areas', querystring: areaListQuery, response: { 200: areaPage } },
    },
    async (request) => {
      const { ordering, ...filter } = request.query
      const page = readPage(request.query)
      const areas = await listAreas(contextOf(request), { filter, order: readOrder(ordering), page })
      return halPage(request, page, { count: areas.count, results: areas.results.map(presentArea) })
    },
  )

  app.get(
    `${path}/geography`,
    {
      config: { operation, headers: PAGE_HEADERS },
      schema: {
        tags,
        summary: 'Areas with their shapes',
        querystring: areaShapeListQuery,
        response: { 200: areaCollection },
      },
    },
    async (request, reply) => {
      const { ordering, ...filter } = request.query
      const page = readGeoPage(request.query, DEFAULT_PAGE_SIZE)
      const areas = await listAreaShapes(contextOf(request), { filter, order: readOrder(ordering), page })
      setPageHeaders(request, reply, page, areas.count)
      return presentAreaCollection(areas.results)
    },
  )
}

/** Terms that are no order are left out. */
function readOrder(terms: readonly string[] = []): AreaOrder[] {
  return terms.flatMap((term) => AREA_ORDERS.find((order) => order === term) ?? [])
}

function presentArea({ name, code, type, box }: AreaWithBox): Area {
  return { name, code, type, bbox: [...box] }
}

function presentAreaCollection(areas: readonly AreaWithShape[]): AreaCollection {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ geometry, ...properties }) => ({ type: 'Feature', geometry, properties })),
  }
}
