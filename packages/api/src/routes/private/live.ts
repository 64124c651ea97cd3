import { PassThrough } from 'node:stream'
import { eventQuery, presence, signalParams } from '@signalen/contract'
import {
  type Context,
  createLiveFeed,
  endPresence,
  type LiveFeed,
  type LiveNews,
  showPresence,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { lastValue } from '../../query.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const HEARTBEAT_MILLISECONDS = 20_000
/** Then the client comes back by itself, and rights and session are judged anew. */
const LONGEST_MILLISECONDS = 5 * 60_000
const RETRY_MILLISECONDS = 4000

/** What happens, as it happens; and who else looks. */
export function liveRoutes(app: Api): void {
  eventRoutes(app)
  presenceRoutes(app)
}

function eventRoutes(app: Api): void {
  const feeds = new Map<string, LiveFeed>()
  const open = new Set<PassThrough>()
  const feedOf = (context: Context): LiveFeed => {
    const known = feeds.get(context.municipality) ?? createLiveFeed(context)
    feeds.set(context.municipality, known)
    return known
  }
  // A stream without an end would keep the server from stopping.
  app.addHook('preClose', async () => {
    for (const feed of feeds.values()) feed.close()
    for (const stream of open) stream.end()
  })

  app.get(
    '/v1/private/events',
    {
      config: {
        operation: 'signal.events',
        headers: { asked: { 'Last-Event-ID': 'Where one was: what was missed comes first' } },
      },
      schema: {
        tags: ['signals'],
        summary:
          'Reports that are new or change, as events: `signals`, or `reset` when all is to be fetched anew',
        querystring: eventQuery,
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      const stream = new PassThrough()
      open.add(stream)
      stream.write(`retry: ${RETRY_MILLISECONDS}\n\n`)
      const stop = await follow(request, feedOf(contextOf(request)), stream)
      const end = setTimeout(() => stream.end(), LONGEST_MILLISECONDS)
      stream.once('close', () => {
        stop()
        clearTimeout(end)
        open.delete(stream)
      })
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        .send(stream)
    },
  )
}

async function follow(request: FastifyRequest, feed: LiveFeed, stream: PassThrough): Promise<() => void> {
  const header = lastValue(request.headers['last-event-id'])
  const asked = lastValue((request.query as { last_event_id?: string | string[] }).last_event_id)
  let cursor = ''
  const hear = (news: LiveNews) => {
    cursor = news.cursor
    stream.write(toEvent(news))
  }
  const listening = await feed.listen({
    actor: actorOf(request),
    since: (header ?? asked) || undefined,
    hear,
  })
  if (cursor === '') cursor = listening.cursor
  // Also tells where one is, so that coming back later repeats nothing.
  const beat = () => stream.write(`id: ${cursor}\n\n`)
  beat()
  const heart = setInterval(beat, HEARTBEAT_MILLISECONDS)
  return () => {
    clearInterval(heart)
    listening.stop()
  }
}

function toEvent({ cursor, changes, isReset }: LiveNews): string {
  const signals = changes.map(({ id, isNew, version }) => ({ id, is_new: isNew, version }))
  const [event, data] = isReset ? ['reset', {}] : ['signals', { signals }]
  return `id: ${cursor}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

function presenceRoutes(app: Api): void {
  const path = '/v1/private/signals/:id/presence'
  const config = { operation: 'signal.presence' } as const
  app.put(
    path,
    {
      config,
      schema: {
        tags: ['signals'],
        summary: 'Say that one looks at a report; who else does',
        params: signalParams,
        response: { 200: presence },
      },
    },
    async (request) => ({
      others: await showPresence(contextOf(request), actorOf(request), readId(request.params.id)),
    }),
  )

  app.delete(
    path,
    {
      config,
      schema: {
        tags: ['signals'],
        summary: 'Say that one looks no longer',
        params: signalParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await endPresence(contextOf(request), actorOf(request), readId(request.params.id))
      return reply.code(204).send(null)
    },
  )
}
