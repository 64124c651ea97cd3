import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import cookie from '@fastify/cookie'
import scalar from '@scalar/fastify-api-reference'
import {
  type ApiOptions,
  answerUnreadable,
  api,
  authenticate,
  authRoutes,
  withoutFormat,
} from '@signalen/api'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import type { Logger } from 'pino'
import type { Environment } from '../configuration/variables.ts'
import { demonstrationObjects } from '../routes/demonstration-objects.ts'
import { developmentLogin } from '../routes/development-login.ts'
import { employeeApp } from '../routes/employee-app.ts'
import { maintenance } from '../routes/maintenance.ts'
import { metricsRoute } from '../routes/metrics.ts'
import { statusRoutes } from '../routes/status.ts'
import { tileRoutes } from '../routes/tiles.ts'
import { watchRequests } from '../watching/watch-requests.ts'
import { registerCitizen } from './citizen.ts'
import { DEVELOPMENT_PATH, type Identity } from './identity.ts'
import { logRequests } from './logging.ts'
import type { Parts } from './parts.ts'
import { rateOf } from './rate.ts'
import { VERSION } from './version.ts'

/** The web half of the process: everything on one port. */
export async function createWeb(parts: Parts): Promise<FastifyInstance> {
  const { environment, identity, contexts } = parts
  const app = createFastify(environment, identity, parts.log)
  watchRequests(app, parts.metrics)
  logRequests(app)
  if (environment.MAINTENANCE) maintenance(app)
  await app.register(cookie, { secret: parts.secret })
  app.addHook('onSend', async (_request, reply) => {
    // The next request must look for another server.
    if (parts.isDraining()) reply.header('connection', 'close')
  })
  statusRoutes(app, { database: parts.database, isDraining: parts.isDraining })
  if (environment.METRICS_PORT === undefined) metricsRoute(app, parts.metrics)
  tileRoutes(app, parts.tiles)
  if (parts.isDemonstration) await app.register(demonstrationObjects, { prefix: '/demo' })
  await app.register(api, { prefix: '/signals', ...apiOptions(parts) })
  await registerApiPages(app)
  const forRequest = contexts.forRequest
  await app.register(authRoutes, {
    prefix: '/auth',
    contextFor: forRequest,
    identity: identity.provider,
    appPath: '/manage',
  })
  await app.register(employeeApp, { prefix: '/manage' })
  if (identity.development)
    await app.register(developmentLogin, { prefix: '/idp-login', provider: identity.development })
  if (parts.mailbox) await app.register(parts.mailbox.pages, { prefix: '/mailbox' })
  await registerCitizen(app, parts)
  return app
}

function createFastify(environment: Environment, identity: Identity, log: Logger): FastifyInstance {
  const trusted = environment.TRUST_PROXY
  const options: FastifyServerOptions<Server> = {
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: Array.isArray(trusted) ? trusted : Boolean(trusted),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    rewriteUrl: ({ url = '/' }) => withoutFormat(url),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    return503OnClosing: false,
    frameworkErrors: answerUnreadable,
    forceCloseConnections: 'idle',
    serverFactory: (handler): Server =>
      createServer((request, response) => {
        if (identity.development && request.url?.startsWith(`${DEVELOPMENT_PATH}/`)) {
          identity.development.answer(request, response)
        } else handler(request, response)
      }),
  }
  return Fastify(options)
}

function apiOptions(parts: Parts): ApiOptions {
  const { environment, contexts, identity, secret } = parts
  const isOpen = environment.CORS_ORIGINS.includes('*')
  return {
    contextFor: contexts.forRequest,
    authenticate: (request, context) => authenticate(request, context, identity.tokens),
    version: VERSION,
    secret,
    publicRateLimit: rateOf(environment.PUBLIC_RATE_LIMIT),
    allowances: parts.allowances,
    corsOrigins: isOpen ? 'all' : environment.CORS_ORIGINS,
    checkAnswers: environment.NODE_ENV === 'test',
  }
}

/** The reading page of the API; its script comes from this server like everything else. */
async function registerApiPages(app: FastifyInstance): Promise<void> {
  await app.register(async (pages) => {
    pages.addHook('onSend', async (_request, reply) => {
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'",
      )
    })
    await pages.register(scalar, {
      routePrefix: '/signals/docs',
      configuration: {
        title: 'Signalen API',
        url: '/signals/openapi.json',
        withDefaultFonts: false,
        telemetry: false,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
        hideClientButton: true,
      },
    })
  })
}
