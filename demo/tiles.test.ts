import type { FeatureCollection } from 'geojson'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { createTileRenderer, renderTile } from './tiles.ts'

/** The tile that holds the market square at a zoom. */
function tileAt(zoom: number): [number, number, number] {
  const count = 2 ** zoom
  const latitude = (52.0117 * Math.PI) / 180
  const y = (1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2
  return [zoom, Math.floor((4.3598 / 360 + 0.5) * count), Math.floor(y * count)]
}

async function coloursIn(svg: string): Promise<number> {
  const { data } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true })
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += 4) colours.add(data.readUInt32BE(at))
  return colours.size
}

describe('a tile', () => {
  test.each([10, 12, 13, 14, 15, 16, 17, 18, 19])(
    'is a picture of 256 pixels with something on it at zoom %i',
    async (zoom) => {
      const svg = renderTile(...tileAt(zoom))
      const { width, height } = await sharp(Buffer.from(svg)).metadata()
      expect([width, height]).toEqual([256, 256])
      expect(await coloursIn(svg)).toBeGreaterThan(8)
    },
  )

  test('is the same every time', () => {
    expect(renderTile(...tileAt(16))).toBe(renderTile(...tileAt(16)))
  })

  test('far away shows bare land', async () => {
    expect(await coloursIn(renderTile(12, 10, 10))).toBe(1)
  })

  test('of the whole world does not fail', async () => {
    expect(await coloursIn(renderTile(0, 0, 0))).toBeGreaterThan(0)
  })
})

const street = (name: string, line: number[][]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'street', class: 'street', name },
      geometry: { type: 'LineString', coordinates: line },
    },
  ],
})

describe('street names', () => {
  test('that cross from one tile to the next are drawn on both, at the same place', () => {
    const edge = (33_562 / 2 ** 16 - 0.5) * 360
    const render = createTileRenderer(
      street('Naam', [
        [edge - 0.002, 52.0117],
        [edge + 0.002, 52.0117],
      ]),
    )
    const y = tileAt(16)[2]
    const places = [33_561, 33_562].map((x) => Number(/<text x="([-\d.]+)"/.exec(render(16, x, y))?.[1]))
    expect(places[0]).toBeCloseTo((places[1] ?? 0) + 256, 1)
  })

  test('are never upside down', () => {
    const eastward = createTileRenderer(
      street('Oostwaarts', [
        [4.3588, 52.0117],
        [4.3608, 52.0121],
      ]),
    )
    const westward = createTileRenderer(
      street('Oostwaarts', [
        [4.3608, 52.0121],
        [4.3588, 52.0117],
      ]),
    )
    const turn = (svg: string) => Number(/rotate\(([-\d.]+)/.exec(svg)?.[1])
    expect(turn(westward(...tileAt(17)))).toBe(turn(eastward(...tileAt(17))))
    expect(Math.abs(turn(eastward(...tileAt(17))))).toBeLessThan(90)
  })

  test('cannot end the picture early', () => {
    const render = createTileRenderer(
      street('A & B </svg>', [
        [4.358, 52.0117],
        [4.3616, 52.0117],
      ]),
    )
    expect(render(...tileAt(17))).toContain('A &amp; B &lt;/svg>')
  })
})
