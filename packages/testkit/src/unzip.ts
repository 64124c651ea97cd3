import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY_OF_DIRECTORY = 0x02014b50

/** The texts in a zip by name, read as any program does that unpacks it: by the directory at its end. */
export function unzip(bytes: Buffer): Record<string, string> {
  const end = bytes.lastIndexOf(numberOf(END_OF_DIRECTORY))
  if (end < 0) throw new Error('this is no zip')
  const count = bytes.readUInt16LE(end + 10)
  const files: Record<string, string> = {}
  let place = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(place) !== ENTRY_OF_DIRECTORY)
      throw new Error('the directory of the zip is broken')
    const nameLength = bytes.readUInt16LE(place + 28)
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength)
    files[name] = readEntry(bytes, place)
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32)
  }
  return files
}

function readEntry(bytes: Buffer, entry: number): string {
  const size = bytes.readUInt32LE(entry + 20)
  const at = bytes.readUInt32LE(entry + 42)
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.subarray(start, start + size)
  return (bytes.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
}

function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
