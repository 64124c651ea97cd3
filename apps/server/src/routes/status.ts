import type { Database } from '@signalen/database'
import type { FastifyInstance } from 'fastify'

/** Whether this process can do its work, for load balancers and probes. */
export function statusRoutes(
  app: FastifyInstance,
  parts: { database: Database; isDraining(): boolean },
): void {
  app.get('/status/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8')
    if (parts.isDraining()) return reply.code(503).send('Shutting down')
    try {
      await parts.database.pool.query('select 1')
      return 'Connectivity OK'
    } catch {
      return reply.code(500).send('Database connectivity failed')
    }
  })
  app.get('/status/live', async (_request, reply) => reply.type('text/plain; charset=utf-8').send('Alive'))
}
