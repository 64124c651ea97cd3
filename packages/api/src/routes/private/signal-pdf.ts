import { signalParams } from '@signalen/contract'
import { printSignal } from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

export function signalPdfRoutes(app: Api): void {
  app.get(
    '/v1/private/signals/:id/pdf',
    {
      config: { operation: 'signal.pdf' },
      schema: {
        tags: ['signals'],
        summary: 'A report on paper',
        params: signalParams,
        produces: ['application/pdf'],
      },
    },
    async (request, reply) => {
      const { fileName, pdf } = await printSignal(
        contextOf(request),
        actorOf(request),
        readId(request.params.id),
      )
      const safeName = fileName.replaceAll(/[^\w.-]/g, '_')
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${safeName}"`)
        .send(pdf)
    },
  )
}
