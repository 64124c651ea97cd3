import { type ApiOptions, api, withoutFormat } from '@signalen/api'
import type { Actor } from '@signalen/domain'
import type { Context } from '@signalen/services'
import fastify, { type FastifyInstance } from 'fastify'

export interface TestApiOptions extends Partial<ApiOptions> {
  /** Who sends a request: by the name behind `Bearer`, of which none is nobody. */
  readonly actors?: Readonly<Record<string, Actor>>
}

/** The API on a test context, with answers checked against their schemas. */
export async function openTestApi(context: Context, options: TestApiOptions = {}): Promise<FastifyInstance> {
  const { actors = {}, ...others } = options
  const app = fastify({
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => withoutFormat(url),
  })
  await app.register(api, {
    prefix: '/signals',
    contextFor: async () => context,
    authenticate: async (request) => actors[request.headers.authorization?.replace(/^Bearer /, '') ?? ''],
    version: '0.0.0',
    secret: 'secret of the tests',
    publicRateLimit: 'off',
    corsOrigins: 'all',
    checkAnswers: true,
    ...others,
  })
  return app
}
