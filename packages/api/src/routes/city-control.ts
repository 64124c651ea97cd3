import { takeInCaseUpdate } from '@signalen/services'
import { actorOf, contextOf } from '../plugins/access.ts'
import type { Api } from '../types.ts'

/** A message is a page long; a body that is much larger is none. */
const LARGEST_MESSAGE = 256 * 1024

/** SOAP 1.1 wants 500 for what could not be taken in, with the reason in the message. */
const REFUSED = 500

export function cityControlRoutes(app: Api): void {
  app.post(
    '/sigmax/soap',
    {
      bodyLimit: LARGEST_MESSAGE,
      config: { operation: 'sigmax.update' },
      schema: { hide: true, summary: 'What came of a case in CityControl' },
    },
    async (request, reply) => {
      const { soapaction: action } = request.headers
      const { isTakenIn, xml } = await takeInCaseUpdate(contextOf(request), actorOf(request), {
        action: typeof action === 'string' ? action : undefined,
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      })
      return reply
        .code(isTakenIn ? 200 : REFUSED)
        .type('text/xml; charset=utf-8')
        .send(xml)
    },
  )
}
