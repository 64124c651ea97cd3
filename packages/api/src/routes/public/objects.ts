import { mapObjects, objectsParams, objectsQuery } from '@signalen/contract'
import { listObjects } from '@signalen/services'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

/** Lamp posts, containers and trees of open data, so that browsers need to ask nobody else. */
export function objectRoutes(app: Api): void {
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
