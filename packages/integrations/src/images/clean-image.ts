import sharp, { type Sharp } from 'sharp'
import { decodeApart } from './decode-apart.ts'
import type { Pixels } from './decode-worker.ts'

/** More than the best of phones make, and little enough to be decoded without filling the memory. */
export const MOST_PIXELS = 120_000_000
/** Enough to read a house number across the street. */
const LARGEST_SIDE = 4096
const THUMBNAIL_SIDE = 400

export interface CleanImage {
  readonly mimetype: string
  readonly bytes: Buffer
  readonly thumbnail: Buffer
}

/**
 * The picture itself and nothing else: upright, in the colours that every screen knows, without where and
 * with what it was made. Photos of phones in HEIC become JPEG. Throws on what is no picture.
 */
export async function cleanImage(bytes: Buffer, mimetype: string): Promise<CleanImage> {
  const source = await openImage(bytes, mimetype)
  const kept = mimetype === 'image/heic' ? 'image/jpeg' : mimetype
  const upright = source.rotate().resize({
    width: LARGEST_SIDE,
    height: LARGEST_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  })
  const cleaned = await encode(upright, kept).toBuffer()
  return { mimetype: kept, bytes: cleaned, thumbnail: await makeThumbnail(cleaned) }
}

/** One that was cleaned before, turned by so many quarters clockwise, at a quality that survives a few turns. */
export async function turnImage(bytes: Buffer, mimetype: string, quarters: 1 | 2 | 3): Promise<CleanImage> {
  const turned = (await openImage(bytes, mimetype)).rotate(quarters * 90)
  const encoded = await encode(turned, mimetype, 93).toBuffer()
  return { mimetype, bytes: encoded, thumbnail: await makeThumbnail(encoded) }
}

async function openImage(bytes: Buffer, mimetype: string): Promise<Sharp> {
  if (mimetype !== 'image/heic') {
    return sharp(bytes, {
      limitInputPixels: MOST_PIXELS,
      sequentialRead: true,
      animated: mimetype === 'image/gif',
      // What is cut off at the end is still worth looking at.
      failOn: 'none',
    })
  }
  const { width, height, data } = await decodeApart<Pixels>({ kind: 'heic', bytes, mostPixels: MOST_PIXELS })
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha()
}

function encode(image: Sharp, mimetype: string, quality = 85): Sharp {
  switch (mimetype) {
    case 'image/png':
      return image.png()
    case 'image/gif':
      return image.gif()
    default:
      return image.jpeg({ quality })
  }
}

function makeThumbnail(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 75 })
    .toBuffer()
}
