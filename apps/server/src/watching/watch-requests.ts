import { type OpenSpan, openSpan } from '@signalen/integrations'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from './metrics.ts'

/** The pattern of a route, which holds no value that anyone typed. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown'
}

/** A span and a measured time for each request. */
export function watchRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', (request, reply, done) => {
    const span = openSpan(request.method, {
      kind: 'server',
      facts: { 'http.request.method': request.method },
      cause: request.headers,
    })
    reply.raw.once('close', () => endSpan(span, request, reply.statusCode))
    span.within(done)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    // It lasts as long as someone listens, which says nothing about how fast anything is.
    if (reply.getHeader('content-type') === 'text/event-stream') return
    metrics.observeRequest(
      { method, route: routeOf(request), status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
}

function endSpan(span: OpenSpan, request: FastifyRequest, status: number): void {
  const route = routeOf(request)
  span.rename(`${request.method} ${route}`)
  span.add({
    'http.route': route,
    'http.response.status_code': status,
    ...(status >= 500 ? { 'error.type': String(status) } : {}),
  })
  span.end()
}
