import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { findObjects, isObjectKind } from '../../../../demo/objects.ts'

interface ObjectsRequest {
  Params: { kind: string }
  Querystring: { bbox?: string }
}

/** The lamp posts, containers and trees of the demonstration, in the form in which towns publish theirs. */
export async function demonstrationObjects(app: FastifyInstance): Promise<void> {
  app.get<ObjectsRequest>('/objects/:kind', async (request, reply) => {
    const { kind } = request.params
    const box = readBox(request.query.bbox)
    if (!isObjectKind(kind)) return reply.code(404).send({ detail: 'Niet gevonden.' })
    if (!box)
      return reply.code(400).send({ bbox: ['Vier getallen met komma’s ertussen: west, zuid, oost, noord.'] })
    reply.header('cache-control', 'public, max-age=3600')
    return findObjects(kind, box)
  })
  await app.register(fastifyStatic, {
    root: join(import.meta.dirname, '..', '..', '..', '..', 'demo', 'icons'),
    prefix: '/icons/',
    decorateReply: false,
    maxAge: '1d',
  })
}

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

function readBox(text: string | undefined): Box | undefined {
  const numbers = (text ?? '').split(',').map(Number)
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers
  const isBox = numbers.length === 4 && numbers.every(Number.isFinite)
  return isBox ? { west, south, east, north } : undefined
}
