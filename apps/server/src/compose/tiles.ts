import type { Log } from '@signalen/services'

export interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
}

export interface FoundTile {
  readonly bytes: Buffer
  /** Seconds that a browser may keep it. */
  readonly maxAge: number
}

export interface TileSource {
  /** Whose map it is, to be shown with it. */
  readonly attribution: string
  find(tile: Tile): Promise<FoundTile>
}

export interface TileOptions {
  /** With {z}, {x} and {y}; undefined: always the built-in map. */
  readonly url: string | undefined
  readonly attribution: string
  /** PNG of the built-in map. */
  draw(tile: Tile): Promise<Buffer>
  readonly log: Log
}

const KEPT_TILES = 1000
const DAY = 86_400
const REST_MILLISECONDS = 60_000
const TIMEOUT_MILLISECONDS = 3000

/**
 * Tiles of the source, kept in memory; when the source does not answer it is left alone for a minute and
 * the built-in map is drawn, so that a map is always there.
 */
export function createTileSource(options: TileOptions): TileSource {
  const kept = new Map<string, FoundTile>()
  let restUntil = 0
  async function fetchTile(tile: Tile): Promise<FoundTile | undefined> {
    if (!options.url || Date.now() < restUntil) return undefined
    try {
      const response = await fetch(addressOf(options.url, tile), {
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      })
      if (!response.ok) throw new Error(`the map source answered ${response.status}`)
      return { bytes: Buffer.from(await response.arrayBuffer()), maxAge: DAY }
    } catch (error) {
      restUntil = Date.now() + REST_MILLISECONDS
      options.log.warn(
        { reason: error instanceof Error ? error.message : 'unknown' },
        'map source left alone',
      )
      return undefined
    }
  }
  return {
    attribution: options.attribution,
    async find(tile) {
      const key = `${tile.z}/${tile.x}/${tile.y}`
      const known = kept.get(key)
      if (known) return known
      const fetched = await fetchTile(tile)
      // A drawn tile that stands in for a real one is soon asked for again.
      const found = fetched ?? { bytes: await options.draw(tile), maxAge: options.url ? 60 : DAY }
      if (fetched || !options.url) keep(kept, key, found)
      return found
    },
  }
}

function keep(kept: Map<string, FoundTile>, key: string, tile: FoundTile): void {
  const oldest = kept.keys().next().value
  if (kept.size >= KEPT_TILES && oldest !== undefined) kept.delete(oldest)
  kept.set(key, tile)
}

function addressOf(template: string, tile: Tile): string {
  return template.replace('{z}', String(tile.z)).replace('{x}', String(tile.x)).replace('{y}', String(tile.y))
}
