import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../watching/metrics.ts'

export function metricsRoute(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.read()))
}
