import { apiRoot, version1Root } from '@signalen/contract'
import { z } from 'zod'
import { baseUrl, link } from '../links.ts'
import type { Api, ApiOptions } from '../types.ts'

/** The names and order of the released server's root. */
const ROOT_ROUTES = [
  'public/signals',
  'public/areas',
  'public/terms/categories',
  'public/map-signals',
  'private/signals',
  'private/me/filters',
  'private/users',
  'private/roles',
  'private/permissions',
  'private/departments',
  'private/categories',
  'private/areas',
  'private/area',
  'private/area-types',
  'private/expressions',
  'private/sources',
  'private/csv',
  'private/status-messages',
] as const

const tags = ['root']

export function rootRoutes(app: Api, options: ApiOptions): void {
  app.get(
    '/',
    { schema: { tags, summary: 'Versions of the API', response: { 200: apiRoot } } },
    async (request) => ({
      v1: {
        _links: { self: link(baseUrl(request), '/signals/v1/') },
        version: options.version,
        status: 'in production',
      },
      version: options.version,
    }),
  )

  app.get(
    '/v1',
    { schema: { tags, summary: 'Where version 1 begins', response: { 200: version1Root } } },
    async (request) =>
      Object.fromEntries(ROOT_ROUTES.map((name) => [name, `${baseUrl(request)}/signals/v1/${name}`])),
  )

  app.get(
    '/v1/relations',
    { schema: { tags, summary: 'The names of links', response: { 200: z.undefined() } } },
    async (_request, reply) => reply.code(200).send(),
  )
}
