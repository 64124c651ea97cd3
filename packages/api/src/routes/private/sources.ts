import { idParams, source, sourceListQuery, sourcePage } from '@signalen/contract'
import { getSource, listSources } from '@signalen/services'
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

  app.get(
    '/v1/private/sources/:id',
    {
      config: { operation: 'source.read' },
      schema: { tags: ['sources'], summary: 'One source', params: idParams, response: { 200: source } },
    },
    async (request) => getSource(contextOf(request), request.params.id),
  )
}
