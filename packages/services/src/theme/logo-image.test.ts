import { describe, expect, it } from 'vitest'
import { findLogoFault } from './logo-image.ts'

const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(60)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes)
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const asPng = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`
const asSvg = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`
const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'

describe('a logo', () => {
  it.each([asSvg(`${open}<path d="M0 0h9v9z"/></svg>`), asPng(png(600, 120))])('may be %.40s', (image) =>
    expect(findLogoFault(image)).toBeUndefined(),
  )

  it.each([
    ['a script', asSvg(`${open}<script>alert(1)</script></svg>`)],
    ['an event', asSvg(`${open}<path onload="alert(1)"/></svg>`)],
    ['a picture from elsewhere', asSvg(`${open}<image href="https://elders.example/x.png"/></svg>`)],
    ['no drawing', asSvg('<html></html>')],
    ['another kind', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
    ['an address', 'https://elders.example/logo.svg'],
    ['PNG in name only', asPng(Buffer.alloc(60, 'x'))],
    ['one that is too wide', asPng(png(9000, 10))],
    ['one without height', asPng(png(10, 0))],
    ['one that is too large', asPng(Buffer.concat([png(10, 10), Buffer.alloc(110 * 1024)]))],
  ])('may not be %s', (_, image) => expect(findLogoFault(image)).toEqual(expect.any(String)))
})
