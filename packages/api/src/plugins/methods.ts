import type { RouteOptions } from 'fastify'
import type { Api } from '../types.ts'
import { methodNotAllowed } from './errors.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'] as const

/**
 * An address that exists answers 405 with `Allow` to the methods it lacks. Call it at the end of a plugin,
 * so that the same hooks (who may come here at all) run before that answer.
 */
export function collectMethods(app: Api): { answerOthers(): void } {
  const methodsOf = new Map<string, Set<string>>()
  let collecting = true
  app.addHook('onRoute', (route: RouteOptions) => {
    if (!collecting) return
    const methods = methodsOf.get(route.url) ?? new Set<string>()
    for (const method of [route.method].flat()) methods.add(method)
    methodsOf.set(route.url, methods)
  })
  return {
    answerOthers() {
      collecting = false
      for (const [url, methods] of methodsOf) answerOthersAt(app, url, methods)
    },
  }
}

function answerOthersAt(app: Api, url: string, methods: ReadonlySet<string>): void {
  const others = METHODS.filter((method) => !methods.has(method))
  if (others.length === 0) return
  const allowed = [...methods, 'OPTIONS']
  app.route({
    method: [...others],
    url: url.slice(app.prefix.length) || '/',
    schema: { hide: true },
    // A body is of no interest to a method that does not exist, nor are its faults.
    onRequest: async (request) => {
      throw methodNotAllowed(request, allowed)
    },
    handler: async () => undefined,
  })
}
