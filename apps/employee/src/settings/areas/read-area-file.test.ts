import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { guessField, readAreaFile } from './read-area-file.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer

/** A shapefile of one square on the Dutch grid, with its name. */
function createShapefile(): { readonly shp: Buffer; readonly dbf: Buffer } {
  const ring = [
    [155_000, 463_000],
    [155_000, 463_100],
    [155_100, 463_100],
    [155_000, 463_000],
  ]
  const shp = Buffer.alloc(100 + 8 + 48 + ring.length * 16)
  shp.writeInt32BE(9994, 0)
  shp.writeInt32BE(shp.length / 2, 24)
  shp.writeInt32LE(1000, 28)
  shp.writeInt32LE(5, 32)
  shp.writeInt32BE(1, 100)
  shp.writeInt32BE((48 + ring.length * 16) / 2, 104)
  shp.writeInt32LE(5, 108)
  for (const [index, value] of [155_000, 463_000, 155_100, 463_100].entries())
    shp.writeDoubleLE(value, 112 + index * 8)
  shp.writeInt32LE(1, 144)
  shp.writeInt32LE(ring.length, 148)
  for (const [index, value] of ring.flat().entries()) shp.writeDoubleLE(value, 156 + index * 8)
  const dbf = Buffer.alloc(32 + 32 + 1 + 1 + 10, ' ')
  dbf.fill(0, 0, 64)
  dbf[0] = 3
  dbf.writeInt32LE(1, 4)
  dbf.writeInt16LE(65, 8)
  dbf.writeInt16LE(11, 10)
  dbf.write('NAAM', 32)
  dbf.write('C', 43)
  dbf[48] = 10
  dbf[64] = 0x0d
  dbf.write(' West      ', 65)
  return { shp, dbf }
}

/** One file after the other, and the list of them at the end. */
function createZip(files: Readonly<Record<string, Buffer>>): ArrayBuffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(content.length, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(content.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    centrals.push(central, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const list = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  const zip = Buffer.concat([...locals, list, end])
  return new Uint8Array(zip).buffer
}

it('reads GeoJSON, and leaves degrees as they are', async () => {
  const feature = {
    type: 'Feature',
    properties: { statnaam: 'West', statcode: 'W' },
    geometry: { type: 'Polygon', coordinates: [[[4.1, 52.1]]] },
  }
  const file = await readAreaFile('wijken.geojson', bytesOf(JSON.stringify({ features: [feature] })))
  expect(file).toEqual({ features: [feature], fields: ['statnaam', 'statcode'] })
  expect(guessField(file?.fields ?? [], 'code')).toBe('statcode')
  expect(guessField(file?.fields ?? [], 'name')).toBe('statnaam')
})

it('reads a shapefile in a zip, from the Dutch grid to degrees', async () => {
  const { shp, dbf } = createShapefile()
  const file = await readAreaFile('wijken.zip', createZip({ 'w/wijken.shp': shp, 'w/wijken.dbf': dbf }))
  expect(file?.fields).toEqual(['NAAM'])
  const [feature] = file?.features ?? []
  expect(feature?.properties).toEqual({ NAAM: 'West' })
  const { coordinates } = (feature?.geometry ?? { coordinates: [] }) as { coordinates: [number, number][][] }
  const [longitude, latitude] = coordinates[0]?.[0] ?? []
  expect(longitude).toBeCloseTo(5.38720621, 6)
  expect(latitude).toBeCloseTo(52.1551744, 6)
})

it.each([
  ['wijken.geojson', bytesOf('geen json')],
  ['wijken.geojson', bytesOf('{"features":[]}')],
  ['wijken.zip', bytesOf('geen zip')],
  ['wijken.zip', createZip({ 'lees.mij': Buffer.from('hallo') })],
])('finds nothing in a %s of something else', async (name, bytes) => {
  expect(await readAreaFile(name, bytes)).toBeUndefined()
})
