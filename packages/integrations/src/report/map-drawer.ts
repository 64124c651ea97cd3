import type { Point } from '@signalen/services'
import sharp from 'sharp'

export interface MapTile {
  readonly z: number
  readonly x: number
  readonly y: number
}

export interface MapDrawerOptions {
  /** PNG of 256 by 256 pixels. */
  findTile(tile: MapTile): Promise<Buffer>
}

const TILE = 256
const ZOOM = 17
const WIDTH = 1020
const HEIGHT = 400

/** Draws the surroundings of a place, with the place itself marked. */
export function createMapDrawer({ findTile }: MapDrawerOptions): (place: Point) => Promise<Buffer> {
  return async (place) => {
    const { x, y } = toPixels(place)
    const [left, top] = [Math.round(x - WIDTH / 2), Math.round(y - HEIGHT / 2)]
    const tiles = listTiles(left, top)
    const layers = await Promise.all(
      tiles.map(async (tile) => ({
        input: await findTile(tile),
        left: tile.x * TILE - left,
        top: tile.y * TILE - top,
      })),
    )
    return crop(layers, left, top)
  }
}

/** Pixels of the whole world at this zoom, as map servers count them. */
function toPixels({ longitude, latitude }: Point): { x: number; y: number } {
  const size = TILE * 2 ** ZOOM
  const sine = Math.sin((latitude * Math.PI) / 180)
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  }
}

function listTiles(left: number, top: number): MapTile[] {
  const range = (from: number, length: number) => {
    const [first, last] = [Math.floor(from / TILE), Math.floor((from + length - 1) / TILE)]
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }
  return range(top, HEIGHT).flatMap((y) => range(left, WIDTH).map((x) => ({ z: ZOOM, x, y })))
}

interface Layer {
  readonly input: Buffer
  readonly left: number
  readonly top: number
}

/** Tiles stick out on all sides, so they are laid on a larger sheet and the picture is cut out of it. */
async function crop(layers: readonly Layer[], left: number, top: number): Promise<Buffer> {
  const [aside, above] = [left % TILE, top % TILE]
  const sheet = await sharp({
    create: { width: WIDTH + 2 * TILE, height: HEIGHT + 2 * TILE, channels: 3, background: '#f2efe9' },
  })
    .composite(
      layers.map((layer) => ({ input: layer.input, left: layer.left + aside, top: layer.top + above })),
    )
    .png()
    .toBuffer()
  return sharp(sheet)
    .extract({ left: aside, top: above, width: WIDTH, height: HEIGHT })
    .composite([{ input: MARKER, gravity: 'centre' }])
    .png({ palette: true })
    .toBuffer()
}

const MARKER = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"><circle cx="24" cy="24" r="20" fill="none" stroke="#fff" stroke-width="8"/><circle cx="24" cy="24" r="20" fill="none" stroke="#b3001b" stroke-width="5"/><circle cx="24" cy="24" r="5" fill="#b3001b" stroke="#fff" stroke-width="2"/></svg>`,
)
