import sharp from 'sharp'
import { expect, it } from 'vitest'
import { drawLogo } from './draw-logo.ts'

it('makes a PNG of a drawing, as large as fits in a mail', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
  const { format, width, height } = await sharp(await drawLogo(Buffer.from(svg))).metadata()
  expect({ format, width, height }).toEqual({ format: 'png', width: 240, height: 120 })
})
