import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { Api, ApiOptions } from '../types.ts'

/**
 * Existing forms and apps run on other origins and send a bearer token, so origins are open by default, but
 * never with credentials: the session cookie of the employee app counts on its own origin only.
 */
export async function registerHeaders(app: Api, options: ApiOptions): Promise<void> {
  await app.register(cors, {
    origin: options.corsOrigins === 'all' ? '*' : [...options.corsOrigins],
    credentials: false,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'X-CSRF-Token'],
    exposedHeaders: ['Link', 'X-API-Version', 'X-Total-Count', 'ETag', 'Retry-After'],
    maxAge: 3600,
    // The address itself answers OPTIONS, by the methods it has.
    strictPreflight: false,
    preflightContinue: true,
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-api-version', options.version)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
