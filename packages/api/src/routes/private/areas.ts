import {
  areaChangeRequest,
  areaCreateRequest,
  areaFetchRequest,
  areaImport,
  areaImportRequest,
  areaKey,
  areaType,
  areaTypeCreateRequest,
  areaTypePage,
  areaUses,
  createdArea,
  fetchedAreas,
  pageQuery,
  queryBoolean,
} from '@signalen/contract'
import {
  changeArea,
  createArea,
  createAreaType,
  fetchAreas,
  findAreaUses,
  importAreas,
  listAreaTypes,
  removeArea,
} from '@signalen/services'
import { z } from 'zod'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { MAXIMUM_UPLOAD_BYTES } from '../../plugins/body.ts'
import type { Api } from '../../types.ts'
import { areaListRoutes } from '../areas.ts'

const tags = ['areas']
const one = '/v1/private/areas/:type/:code'

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

  oneAreaRoutes(app)

  app.post(
    '/v1/private/areas/fetch',
    {
      config: { operation: 'area.import' },
      schema: {
        tags,
        summary: 'Areas that another server publishes (WFS or GeoJSON), to be looked at',
        body: areaFetchRequest,
        response: { 200: fetchedAreas },
      },
    },
    async (request) => {
      const { url, type_name: typeName } = request.body
      return { features: [...(await fetchAreas(contextOf(request), { url, typeName }))] }
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

function oneAreaRoutes(app: Api): void {
  app.get(
    `${one}/uses`,
    {
      config: { operation: 'area.update' },
      schema: { tags, summary: 'What leans on an area', params: areaKey, response: { 200: areaUses } },
    },
    async (request) => {
      const { rules, ...counts } = await findAreaUses(contextOf(request), request.params)
      return {
        ...counts,
        rules: rules.map(({ id, name, isActive }) => ({ id, name, is_active: isActive })),
      }
    },
  )

  app.patch(
    one,
    {
      bodyLimit: MAXIMUM_UPLOAD_BYTES,
      config: { operation: 'area.update' },
      schema: {
        tags,
        summary: 'Change an area',
        params: areaKey,
        body: areaChangeRequest,
        response: { 200: areaKey },
      },
    },
    async (request) =>
      changeArea(contextOf(request), actorOf(request), { key: request.params, change: request.body }),
  )

  app.delete(
    one,
    {
      config: { operation: 'area.delete', errors: [409] },
      schema: {
        tags,
        summary: 'Remove an area',
        params: areaKey,
        querystring: z.object({ even_if_named: queryBoolean.optional() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const evenIfNamed = request.query.even_if_named ?? false
      await removeArea(contextOf(request), actorOf(request), { key: request.params, evenIfNamed })
      return reply.code(204).send(null)
    },
  )
}
