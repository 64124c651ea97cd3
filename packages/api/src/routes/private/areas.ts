import {
  areaCreateRequest,
  areaImport,
  areaImportRequest,
  areaType,
  areaTypeCreateRequest,
  areaTypePage,
  createdArea,
  pageQuery,
} from '@signalen/contract'
import { createArea, createAreaType, importAreas, listAreaTypes } from '@signalen/services'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { MAXIMUM_UPLOAD_BYTES } from '../../plugins/body.ts'
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

  app.post(
    '/v1/private/areas/import',
    {
      bodyLimit: MAXIMUM_UPLOAD_BYTES,
      config: { operation: 'area.import' },
      schema: {
        tags,
        summary: 'Areas of a GeoJSON file, all or none',
        body: areaImportRequest,
        response: { 200: areaImport },
      },
    },
    async (request) => {
      const { type, features, name_field: name, code_field: code, dry_run: isDry } = request.body
      const result = await importAreas(contextOf(request), actorOf(request), {
        type,
        features,
        fields: { name, code },
        isDry,
      })
      return {
        areas: [...result.areas],
        untouched: [...result.untouched],
        is_stored: result.isStored,
      }
    },
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
