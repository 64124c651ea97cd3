import type { Database } from '@signalen/database'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import { metricsRoute } from '../routes/metrics.ts'
import { statusRoutes } from '../routes/status.ts'
import type { Metrics } from '../watching/metrics.ts'

/** Metrics and probes alone, on a port that the outside does not reach. */
export async function createWatch(parts: {
  database: Database
  log: Logger
  metrics: Metrics
  isDraining(): boolean
}): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: parts.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  })
  statusRoutes(app, parts)
  metricsRoute(app, parts.metrics)
  return app
}
