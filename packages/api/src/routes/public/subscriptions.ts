import { setTimeout as delay } from 'node:timers/promises'
import { subscriptionKind, subscriptionRequest, subscriptionToken } from '@signalen/contract'
import {
  confirmSubscription,
  requestSubscription,
  type SubscriptionWish,
  stopSubscription,
} from '@signalen/services'
import type { z } from 'zod'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const tags = ['subscriptions']
const ANSWER_MILLISECONDS = 250

/** Mail about someone else's report or about an area: asked for, confirmed and stopped by links in mails. */
export function subscriptionRoutes(app: Api): void {
  app.post(
    '/v1/public/subscriptions',
    {
      config: { operation: 'subscription.request', throttle: 'mailed-links' },
      schema: { tags, summary: 'Ask for mail about a report or the public map', body: subscriptionRequest },
    },
    async (request, reply) => {
      const { email, language } = request.body
      // As long for an address that is known as for one that is not.
      await Promise.all([
        requestSubscription(contextOf(request), { email, language, ...readWish(request.body) }),
        delay(ANSWER_MILLISECONDS),
      ])
      return reply.code(202).send()
    },
  )

  app.post(
    '/v1/public/subscriptions/confirm',
    {
      config: { operation: 'subscription.confirm', throttle: 'look-ups', errors: [410] },
      schema: {
        tags,
        summary: 'Confirm by the secret of a mailed link that mail is wanted',
        body: subscriptionToken,
        response: { 200: subscriptionKind },
      },
    },
    async (request) => ({ kind: await confirmSubscription(contextOf(request), request.body.token) }),
  )

  app.post(
    '/v1/public/subscriptions/stop',
    {
      config: { operation: 'subscription.stop', throttle: 'look-ups' },
      schema: {
        tags,
        summary: 'Stop mail by the link that stands in it',
        body: subscriptionToken,
        response: { 200: subscriptionKind },
      },
    },
    async (request) => ({ kind: await stopSubscription(contextOf(request), request.body.token) }),
  )
}

function readWish({ report, area, category, pace }: z.infer<typeof subscriptionRequest>): SubscriptionWish {
  if (report !== undefined) return { kind: 'report', reference: report }
  return { kind: 'map', area, main: category, pace }
}
