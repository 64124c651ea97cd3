import { sourceListQuery, sourcePage } from '@signalen/contract'
import { listSources } from '@signalen/services'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

export function sourceRoutes(app: Api): void {
  app.get(
    '/v1/private/sources',
    {
      config: { operation: 'source.read' },
      schema: {
        tags: ['sources'],
        summary: 'Sources of reports',
        querystring: sourceListQuery,
        response: { 200: sourcePage },
      },
    },
    async (request) => halList(request, await listSources(contextOf(request), request.query)),
  )
}
