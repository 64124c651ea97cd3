import { mapObjects, objectIconParams, objectsParams, objectsQuery } from '@signalen/contract'
import { getObjectIcon, listObjects } from '@signalen/services'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

/** Lamp posts, containers and trees of open data, so that browsers need to ask nobody else. */
export function objectRoutes(app: Api): void {
  iconRoute(app)
  app.get(
    '/v1/public/objects/:main/:sub/:key',
    {
      config: { operation: 'public.objects.read', throttle: 'look-ups', errors: [503] },
      schema: {
        tags: ['categories'],
        summary: 'What stands in a small part of the map, from the source that a question names',
        params: objectsParams,
        querystring: objectsQuery,
        response: { 200: mapObjects },
      },
    },
    async (request, reply) => {
      const objects = await listObjects(contextOf(request), { ...request.params, bbox: request.query.bbox })
      reply.header('cache-control', 'public, max-age=300')
      return {
        type: 'FeatureCollection' as const,
        features: objects.map(({ type, geometry, properties }) => ({
          type,
          geometry: { type: geometry.type, coordinates: [...geometry.coordinates] },
          properties: { ...properties },
        })),
      }
    },
  )
}

/** Pictures of those objects, which stand with the open data. */
function iconRoute(app: Api): void {
  app.get(
    '/v1/public/objects/:main/:sub/:key/icons/:index',
    {
      config: { operation: 'public.objects.read', errors: [503] },
      schema: {
        tags: ['categories'],
        summary: 'The picture of a kind of objects, from the server that a question names',
        params: objectIconParams,
        produces: ['image/svg+xml', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'],
      },
    },
    async (request, reply) => {
      const { mimetype, bytes } = await getObjectIcon(contextOf(request), request.params)
      return (
        reply
          .type(mimetype)
          // It may hold styles of its own and do nothing.
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'public, max-age=86400')
          .send(bytes)
      )
    },
  )
}
