import type { RouteOptions } from 'fastify'
import type { Api } from '../types.ts'
import { methodNotAllowed } from './errors.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'] as const

/**
 * An address that exists answers 405 with `Allow` to the methods it lacks, and `Allow` alone to OPTIONS. Call
 * it at the end of a plugin, so that the same hooks (who may come here at all) run before that answer.
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
      for (const [url, methods] of methodsOf) {
        const allowed = [...methods, 'OPTIONS']
        const place = { url: url.slice(app.prefix.length) || '/', allowed }
        answerOptions(app, place)
        answerOthersAt(app, place)
      }
    },
  }
}

interface Place {
  readonly url: string
  readonly allowed: readonly string[]
}

function answerOptions(app: Api, { url, allowed }: Place): void {
  app.options(url, { schema: { hide: true } }, async (_request, reply) =>
    reply.code(204).header('allow', allowed.join(', ')).send(),
  )
}

function answerOthersAt(app: Api, { url, allowed }: Place): void {
  const others = METHODS.filter((method) => !allowed.includes(method))
  if (others.length === 0) return
  app.route({
    method: others,
    url,
    schema: { hide: true },
    // A body is of no interest to a method that does not exist, nor are its faults.
    onRequest: async (request) => {
      throw methodNotAllowed(request, allowed)
    },
    handler: async () => undefined,
  })
}
