import { getCsvArchive } from '@signalen/services'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

export function csvRoutes(app: Api): void {
  app.get(
    '/v1/private/csv',
    {
      config: { operation: 'csv.download' },
      schema: {
        tags: ['reports'],
        summary: 'The files for the data warehouse of today, in one zip',
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const archive = await getCsvArchive(contextOf(request))
      return reply
        .type('application/zip')
        .header('content-length', String(archive.size))
        .header('content-disposition', `attachment; filename="${archive.name}"`)
        .send(archive.bytes)
    },
  )
}
