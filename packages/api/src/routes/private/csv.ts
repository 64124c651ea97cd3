import { Readable } from 'node:stream'
import { signalListQuery } from '@signalen/contract'
import type { FilterParameters } from '@signalen/domain'
import { exportSignalList, getNewestExport } from '@signalen/services'
import { z } from 'zod'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

/** By which spreadsheets know that a file is in UTF-8. */
const BYTE_ORDER_MARK = '\u{feff}'

const listCsvQuery = signalListQuery.extend({
  format: z.enum(['rfc4180', 'excel']).default('rfc4180').meta({
    description: 'How cells are set apart: by commas, or as spreadsheets in Dutch open it at once',
  }),
})

export function csvRoutes(app: Api): void {
  app.get(
    '/v1/private/csv',
    {
      config: { operation: 'csv.download', errors: [404] },
      schema: {
        tags: ['reports'],
        summary: 'The files for the data warehouse of today, in one zip',
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const archive = await getNewestExport(contextOf(request), actorOf(request))
      return reply
        .type('application/zip')
        .header('content-length', String(archive.size))
        .header('content-disposition', `attachment; filename="${archive.name}"`)
        .header('cache-control', 'no-store')
        .send(archive.bytes)
    },
  )

  app.get(
    '/v1/private/signals.csv',
    {
      config: { operation: 'signal.export' },
      schema: {
        tags: ['signals'],
        summary: 'The reports of a list as a file, newest first',
        querystring: listCsvQuery,
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const isForExcel = request.query.format === 'excel'
      const lines = await exportSignalList(contextOf(request), actorOf(request), {
        parameters: request.query as FilterParameters,
        separator: isForExcel ? ';' : ',',
      })
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', 'attachment; filename="meldingen.csv"')
        .header('cache-control', 'no-store')
        .send(Readable.from(isForExcel ? marked(lines) : lines))
    },
  )
}

async function* marked(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  yield* lines
}
