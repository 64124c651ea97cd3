import { publicSignal, publicSignalCreation, publicSignalParams, signalProgress } from '@signalen/contract'
import { displayNumber } from '@signalen/domain'
import { createSignals, getPublicSignal, getPublicSignalById, getSignalProgress } from '@signalen/services'
import { ONCE, onceOf } from '../../once.ts'
import { contextOf } from '../../plugins/access.ts'
import { presentPublicSignal } from '../../present/present-signal.ts'
import { presentTime } from '../../present/time.ts'
import type { Api, ApiOptions } from '../../types.ts'
import { readNewSignal } from '../private/signal-input.ts'

export function publicSignalRoutes(app: Api, options: ApiOptions): void {
  app.post(
    '/v1/public/signals',
    {
      config: { operation: 'public.signal.create', throttle: 'reports', errors: [409], headers: ONCE },
      schema: {
        tags: ['public signals'],
        summary: 'Make a report',
        body: publicSignalCreation,
        response: { 201: publicSignal },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const [id] = await createSignals(context, {
        batch: { signals: [readNewSignal(request.body)], isList: false },
        actor: null,
        once: onceOf(request, 'public.signal.create', options.secret),
      })
      const row = await getPublicSignalById(context, id ?? 0)
      return reply.code(201).send(presentPublicSignal(row, context.settings))
    },
  )

  app.get(
    '/v1/public/signals/:uuid',
    {
      config: { operation: 'public.signal.read' },
      schema: {
        tags: ['public signals'],
        summary: 'Whether a report is open',
        params: publicSignalParams,
        response: { 200: publicSignal },
      },
    },
    async (request) => {
      const context = contextOf(request)
      return presentPublicSignal(await getPublicSignal(context, request.params.uuid), context.settings)
    },
  )

  app.get(
    '/v1/public/signals/:uuid/progress',
    {
      config: { operation: 'public.signal.read' },
      schema: {
        tags: ['public signals'],
        summary: 'How a report is getting on, for who made it',
        params: publicSignalParams,
        response: { 200: signalProgress },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const { idPrefix, timeZone } = context.settings
      const { id, news, createdAt, since, category, main } = await getSignalProgress(
        context,
        request.params.uuid,
      )
      reply.header('cache-control', 'private, no-store')
      return {
        id_display: displayNumber(id, idPrefix),
        news,
        created_at: presentTime(createdAt, timeZone),
        since: presentTime(since, timeZone),
        category: {
          name: category.publicName || category.name,
          slug: category.slug,
          parent: { name: main.publicName || main.name, slug: main.slug },
        },
      }
    },
  )
}
