import type { Log } from '@signalen/services'
import sharp from 'sharp'
import { renderTile } from '../../../../demo/tiles.ts'
import type { Environment } from '../configuration/variables.ts'
import { restOf } from './rest-of.ts'
import { createTileSource, type TileSource } from './tiles.ts'

/** The configured map, with the built-in one drawn from its shapes when that cannot be reached. */
export function createTiles(environment: Environment, log: Log): TileSource {
  const isBuiltIn = environment.TILES_URL === 'built-in'
  return createTileSource({
    url: isBuiltIn ? undefined : environment.TILES_URL,
    attribution: isBuiltIn ? 'Getekende kaart van de demonstratie' : environment.TILES_ATTRIBUTION,
    draw: ({ z, x, y }) =>
      sharp(Buffer.from(renderTile(z, x, y)))
        .png({ compressionLevel: 9 })
        .toBuffer(),
    restMilliseconds: restOf(environment),
    log,
  })
}
