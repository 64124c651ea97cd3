import sharp from 'sharp'

const LARGEST = { width: 480, height: 120 }
const MOST_PIXELS = 20_000_000

/** A drawing or picture as PNG of a size that suits a mail. */
export function drawLogo(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, density: 144 })
    .resize({ ...LARGEST, fit: 'inside' })
    .png()
    .toBuffer()
}
