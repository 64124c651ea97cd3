import { createHmac } from 'node:crypto'
import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit'
import { tooManyRequests } from '@signalen/services'
import type { RouteOptions } from 'fastify'
import type { Allowances, Api, ApiOptions, Rate, ThrottleName } from '../types.ts'

/**
 * What one network address may do in how much time. Reports have the rate of the setting; mailed links that
 * of the released server; uploads and look-ups are bounded so that nobody can use us to flood others.
 */
function rateOf(name: ThrottleName, reports: Rate): Rate {
  switch (name) {
    case 'reports':
      return reports
    case 'uploads':
      return { max: reports.max * 10, windowSeconds: reports.windowSeconds }
    case 'mailed-links':
      return { max: 5, windowSeconds: 900 }
    case 'look-ups':
      return { max: 120, windowSeconds: 60 }
  }
}

/** Routes name their throttle in `config.throttle`. When it cannot be counted, nobody is kept from reporting. */
export async function registerThrottles(app: Api, options: ApiOptions): Promise<void> {
  const reports = options.publicRateLimit
  if (reports === 'off') return
  // Before the plugin, whose own look at each route comes after this one.
  app.addHook('onRoute', (route: RouteOptions) => {
    const name = route.config?.throttle
    if (!name) return
    const { max, windowSeconds } = rateOf(name, reports)
    route.config = {
      ...route.config,
      rateLimit: {
        max,
        timeWindow: windowSeconds * 1000,
        groupId: name,
        errorResponseBuilder: (_request, context) => tooManyRequests(Math.ceil(context.ttl / 1000)),
      },
    }
  })
  const { allowances, secret } = options
  const store = allowances && storeIn(allowances, secret)
  await app.register(rateLimit, {
    global: false,
    cache: 20_000,
    skipOnError: true,
    ...(store ? { store } : {}),
  })
}

/** Network addresses are of people: they are counted under a hash that tells nothing outside this installation. */
function storeIn(allowances: Allowances, secret: string): new () => FastifyRateLimitStore {
  return class SharedStore implements FastifyRateLimitStore {
    incr(
      key: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      window = 0,
    ) {
      const hash = createHmac('sha256', secret).update(`throttle ${key}`).digest('base64url')
      allowances.use(hash, 1, window / 1000).then(
        ({ used, secondsLeft }) => done(null, { current: used, ttl: secondsLeft * 1000 }),
        (error: Error) => done(error),
      )
    }

    child(): FastifyRateLimitStore {
      return this
    }
  }
}
