/** Draws the pictures that go with the demonstration reports: `node demo/scripts/draw-photos.ts`. */
import sharp from 'sharp'
import { HEIGHT, WIDTH } from './photos/scenery.ts'
import { SCENES } from './photos/scenes.ts'

for (const [name, content] of Object.entries(SCENES)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${content}</svg>`
  const file = new URL(`../photos/${name}.jpg`, import.meta.url)
  await sharp(Buffer.from(svg)).blur(0.6).jpeg({ quality: 74, mozjpeg: true }).toFile(file.pathname)
}
