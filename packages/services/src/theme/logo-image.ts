import { findSvgFault } from '../categories/check-svg.ts'

/** Every page shows it, also on a slow phone. */
const LARGEST_BYTES = 100 * 1024
const LARGEST_SIDE = 4000

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PNG_HEADER_END = 33

/** Why this cannot be a logo, written as `data:image/svg+xml;base64,…` or as PNG; undefined when it can. */
export function findLogoFault(image: string): string | undefined {
  const [, kind, data] = /^data:image\/(svg\+xml|png);base64,([A-Za-z0-9+/]+=*)$/.exec(image) ?? []
  if (kind === undefined || data === undefined) return 'Kies een afbeelding van het soort SVG of PNG.'
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length > LARGEST_BYTES) return `De afbeelding is groter dan ${LARGEST_BYTES / 1024} kB.`
  return kind === 'png' ? findPngFault(bytes) : findSvgFault(bytes)
}

function findPngFault(bytes: Buffer): string | undefined {
  const isPng = bytes.length > PNG_HEADER_END && bytes.subarray(0, PNG_START.length).equals(PNG_START)
  if (!isPng || bytes.toString('latin1', 12, 16) !== 'IHDR') return 'Dit is geen PNG.'
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const isFit = sides.every((side) => side > 0 && side <= LARGEST_SIDE)
  return isFit ? undefined : `De afbeelding mag hoogstens ${LARGEST_SIDE} punten breed en hoog zijn.`
}
