import type { FastifyInstance } from 'fastify'
import type { Environment } from '../configuration/variables.ts'
import { routeOf } from '../watching/watch-requests.ts'

/** What pino is told. Requests log themselves (below): their addresses may hold tokens and search words. */
export function loggerOptions(environment: Environment) {
  return {
    level: environment.LOG_LEVEL,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { req: () => undefined, res: () => undefined },
  }
}

/** One line for each request, with the pattern of its route in place of its address. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const fields = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    }
    if (reply.statusCode >= 500) request.log.error(fields, 'request')
    else request.log.info(fields, 'request')
  })
}
