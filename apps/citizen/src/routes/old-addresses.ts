import type { FastifyInstance } from 'fastify'
import { STEP_PATHS } from './steps.ts'

/** Links to the forms that came before this one, in mails, on websites and in people's bookmarks. */
const OLD_ADDRESSES: Readonly<Record<string, string>> = {
  '/incident': STEP_PATHS.describe,
  '/incident/beschrijf': STEP_PATHS.describe,
  '/incident/vulaan': STEP_PATHS.place,
  '/incident/add': STEP_PATHS.place,
  '/incident/contact': STEP_PATHS.contact,
  '/incident/summary': STEP_PATHS.review,
  '/incident/samenvatting': STEP_PATHS.review,
  '/incident/bedankt': STEP_PATHS.describe,
  '/incident/thankyou': STEP_PATHS.describe,
  '/incident/fout': STEP_PATHS.review,
  '/toegankelijkheidsverklaring': '/toegankelijkheid',
  '/melden': STEP_PATHS.describe,
}

export function oldAddressRoutes(app: FastifyInstance): void {
  for (const [from, to] of Object.entries(OLD_ADDRESSES)) {
    app.get(from, async (_request, reply) => reply.redirect(to, 301))
  }
  app.get<{ Params: { language: string; '*': string } }>(
    '/:language(^(?:nl|en)$)/*',
    async (request, reply) => {
      return reply.redirect(`/${request.params['*'].replace(/^\/+/, '')}`, 302)
    },
  )
}
