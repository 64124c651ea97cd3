import type { FastifyInstance } from 'fastify'
import type { TileSource } from '../compose/tiles.ts'

interface TileParameters {
  readonly z: string
  readonly x: string
  readonly y: string
}

const DEEPEST_ZOOM = 20

/** Map tiles through our own server, so that a visitor's browser talks to nobody else. */
export function tileRoutes(app: FastifyInstance, tiles: TileSource): void {
  app.get('/tiles/about.json', async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ attribution: tiles.attribution }),
  )

  app.get<{ Params: TileParameters }>('/tiles/:z/:x/:y.png', async (request, reply) => {
    const tile = readTile(request.params)
    if (!tile) return reply.code(404).send({ detail: 'Niet gevonden.' })
    const { bytes, maxAge } = await tiles.find(tile)
    return reply
      .type('image/png')
      .header('cache-control', `public, max-age=${maxAge}`)
      .header('x-content-type-options', 'nosniff')
      .send(bytes)
  })
}

function readTile(parameters: TileParameters) {
  const [z, x, y] = [parameters.z, parameters.x, parameters.y].map(Number)
  if (z === undefined || x === undefined || y === undefined) return undefined
  const isWhole = [z, x, y].every((part) => Number.isSafeInteger(part) && part >= 0)
  return isWhole && z <= DEEPEST_ZOOM && x < 2 ** z && y < 2 ** z ? { z, x, y } : undefined
}
