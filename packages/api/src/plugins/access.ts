import { type Actor, judgePermissions } from '@signalen/domain'
import { type Context, forbidden, unauthenticated } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import type { Api, ApiOptions } from '../types.ts'

/** Finds the municipality of every request, before anything else is done. */
export function registerContext(app: Api, options: ApiOptions): void {
  app.decorateRequest('actor', undefined)
  app.decorateRequest('signalenContext', undefined)
  app.addHook('onRequest', async (request) => {
    request.signalenContext = await options.contextFor(request)
  })
}

/**
 * For the private part: 401 without a user, 403 without the general right of the operation, both before the
 * body is read. Rights that depend on a report are judged by the use case, which has the report at hand.
 */
export function registerEmployeeAccess(
  app: Api,
  options: ApiOptions,
  { refusal }: { readonly refusal?: string } = {},
): void {
  app.addHook('onRequest', async (request) => {
    // Browsers ask without credentials whether they may ask with them.
    if (request.method === 'OPTIONS') return
    const actor = await options.authenticate(request, contextOf(request))
    if (!actor) throw unauthenticated()
    request.actor = actor
    const { operation } = request.routeOptions.config
    if (operation && !judgePermissions(actor, operation).allowed) throw forbidden(refusal)
  })
}

export function contextOf(request: FastifyRequest): Context {
  if (!request.signalenContext) throw new Error('the context hook did not run for this request')
  return request.signalenContext
}

export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw unauthenticated()
  return request.actor
}
