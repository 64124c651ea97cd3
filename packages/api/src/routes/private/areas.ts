import {
  areaCreateRequest,
  areaType,
  areaTypeCreateRequest,
  areaTypePage,
  createdArea,
  pageQuery,
} from '@signalen/contract'
import { createArea, createAreaType, listAreaTypes } from '@signalen/services'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'
import { areaListRoutes } from '../areas.ts'

const tags = ['areas']

export function areaRoutes(app: Api): void {
  areaListRoutes(app, '/v1/private/areas', 'area.read')

  app.post(
    '/v1/private/area',
    {
      config: { operation: 'area.create' },
      schema: { tags, summary: 'Add an area', body: areaCreateRequest, response: { 201: createdArea } },
    },
    async (request, reply) => reply.code(201).send(await createArea(contextOf(request), request.body)),
  )

  app.get(
    '/v1/private/area-types',
    {
      config: { operation: 'areaType.read' },
      schema: { tags, summary: 'Types of areas', querystring: pageQuery, response: { 200: areaTypePage } },
    },
    async (request) => halList(request, await listAreaTypes(contextOf(request))),
  )

  app.post(
    '/v1/private/area-types',
    {
      config: { operation: 'areaType.create' },
      schema: {
        tags,
        summary: 'Add a type of areas',
        body: areaTypeCreateRequest,
        response: { 201: areaType },
      },
    },
    async (request, reply) => reply.code(201).send(await createAreaType(contextOf(request), request.body)),
  )
}
