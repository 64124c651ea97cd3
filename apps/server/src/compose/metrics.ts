import type { Database } from '@signalen/database'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { routeOf } from './logging.ts'

export interface Backlog {
  /** Seconds; 0 when nothing waits. */
  oldestJob(): Promise<number>
  failedJobs(): Promise<number>
}

/** Prometheus metrics of the process; labels hold route patterns, never addresses. */
export function registerMetrics(app: FastifyInstance, parts: { database: Database; backlog: Backlog }): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'signalen_http_request_duration_seconds',
    help: 'Time to answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  registerBacklog(registry, parts.backlog)
  registerPool(registry, parts.database)
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request), status: String(reply.statusCode) }
    duration.observe(labels, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}

function registerBacklog(registry: Registry, backlog: Backlog): void {
  new Gauge({
    name: 'signalen_oldest_job_seconds',
    help: 'Age of the oldest job that waits.',
    registers: [registry],
    async collect() {
      this.set(await backlog.oldestJob())
    },
  })
  new Gauge({
    name: 'signalen_failed_jobs',
    help: 'Jobs that finally failed and wait for a person.',
    registers: [registry],
    async collect() {
      this.set(await backlog.failedJobs())
    },
  })
}

function registerPool(registry: Registry, database: Database): void {
  new Gauge({
    name: 'signalen_database_waiting',
    help: 'Requests that wait for a database connection.',
    registers: [registry],
    collect() {
      this.set(database.pool.waitingCount)
    },
  })
}
