// Draws the icons for home screens from our own drawing: node tools/icons.ts
import { join } from 'node:path'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, '..', 'apps', 'citizen', 'public', 'assets')

/** A pin on the colour of the site; the full one keeps clear of the edge that a phone cuts off. */
function draw(size: number, shape: 'round' | 'full'): Buffer {
  const ground =
    shape === 'round'
      ? '<circle cx="16" cy="16" r="16" fill="#0d6068"/>'
      : '<rect width="32" height="32" fill="#0d6068"/>'
  const scale = shape === 'round' ? '' : ' transform="translate(4 4) scale(0.75)"'
  const pin = `<g${scale}><path d="M16 26s8-7.5 8-14a8 8 0 1 0-16 0c0 6.5 8 14 8 14Z" fill="#fff"/><circle cx="16" cy="12" r="3.5" fill="#0d6068"/></g>`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}">${ground}${pin}</svg>`,
  )
}

const ICONS = [
  { name: 'icon-192.png', size: 192, shape: 'round' },
  { name: 'icon-512.png', size: 512, shape: 'round' },
  { name: 'icon-maskable-512.png', size: 512, shape: 'full' },
  { name: 'icon-apple-180.png', size: 180, shape: 'full' },
] as const

for (const { name, size, shape } of ICONS) {
  await sharp(draw(size, shape)).png({ palette: true, compressionLevel: 9 }).toFile(join(FOLDER, name))
}
