import { createBreaker, ServiceResting } from '@signalen/integrations'
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
  /** True while the source is left alone because it did not answer. */
  isResting(): boolean
}

export interface TileOptions {
  /** With {z}, {x} and {y}; undefined: always the built-in map. */
  readonly url: string | undefined
  readonly attribution: string
  /** PNG of the built-in map. */
  draw(tile: Tile): Promise<Buffer>
  readonly restMilliseconds?: number | undefined
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
  const breaker = createBreaker({
    // Each tile that is waited for is a hole in somebody's map.
    failures: 1,
    restMilliseconds: options.restMilliseconds ?? REST_MILLISECONDS,
    rest: () => new ServiceResting('the map source did not answer'),
  })
  const note = noteChanges(options.log)
  async function fetchTile(url: string, tile: Tile): Promise<FoundTile | undefined> {
    try {
      const bytes = await breaker.guard(() => fetchBytes(addressOf(url, tile)))
      note()
      return { bytes, maxAge: DAY }
    } catch (error) {
      note(error)
      return undefined
    }
  }
  return {
    isResting: breaker.isOpen,
    attribution: options.attribution,
    async find(tile) {
      const key = `${tile.z}/${tile.x}/${tile.y}`
      const known = kept.get(key)
      if (known) return known
      const fetched = options.url ? await fetchTile(options.url, tile) : undefined
      // A drawn tile that stands in for a real one is soon asked for again.
      const found = fetched ?? { bytes: await options.draw(tile), maxAge: options.url ? 60 : DAY }
      if (fetched || !options.url) keep(kept, key, found)
      return found
    },
  }
}

async function fetchBytes(address: string): Promise<Buffer> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) })
  if (!response.ok) throw new Error(`the map source answered ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** One line when the source goes away and one when it is back, however many tiles were asked meanwhile. */
function noteChanges(log: Log): (error?: unknown) => void {
  let isAway = false
  return (error) => {
    if (isAway === (error !== undefined)) return
    isAway = !isAway
    const reason = error instanceof Error ? error.message : 'unknown'
    if (isAway) log.warn({ reason }, 'map source left alone')
    else log.info({}, 'map source answers again')
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
