import type { Log } from '@signalen/services'
import sharp from 'sharp'
import { renderTile } from '../../../../demo/tiles.ts'
import type { Environment } from '../configuration/variables.ts'
import { createTileSource, type TileSource } from './tiles.ts'

/** The configured map, with the built-in one drawn from its shapes when that cannot be reached. */
export function createTiles(environment: Environment, log: Log): TileSource {
  return createTileSource({
    url: environment.TILES_URL === 'built-in' ? undefined : environment.TILES_URL,
    draw: ({ z, x, y }) =>
      sharp(Buffer.from(renderTile(z, x, y)))
        .png({ compressionLevel: 9 })
        .toBuffer(),
    log,
  })
}
