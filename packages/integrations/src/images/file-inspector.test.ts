import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createFileInspector, LARGEST_FILE } from './file-inspector.ts'

const inspector = createFileInspector()

function paint(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#cc8844' } })
}

async function inspectGood(name: string, bytes: Buffer, kinds: 'public' | 'staff' = 'public') {
  const result = await inspector.inspect({ name, bytes }, kinds)
  if ('refused' in result) throw new Error(result.refused.join(' '))
  return result
}

async function listRefusals(name: string, bytes: Buffer, kinds: 'public' | 'staff' = 'public') {
  const result = await inspector.inspect({ name, bytes }, kinds)
  return 'refused' in result ? result.refused : []
}

describe('photos', () => {
  it.each(['jpeg', 'png', 'gif'] as const)(
    'of type %s come back as such, with a thumbnail',
    async (format) => {
      const bytes = await paint(900, 600).toFormat(format).toBuffer()
      const result = await inspectGood(`foto.${format}`, bytes)
      expect(result).toMatchObject({ mimetype: `image/${format}`, isImage: true })
      expect(await sharp(result.bytes).metadata()).toMatchObject({ format, width: 900, height: 600 })
      expect(await sharp(result.thumbnail).metadata()).toMatchObject({
        format: 'jpeg',
        width: 400,
        height: 267,
      })
    },
  )

  it('lose where and with what they were made, and stand upright', async () => {
    const exif = {
      IFD0: { Make: 'Camera', Orientation: '6' },
      IFD3: { GPSLatitude: '52/1 22/1 0/1', GPSLatitudeRef: 'N' },
    }
    const bytes = await paint(300, 200).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const result = await inspectGood('foto.jpg', bytes)
    const seen = await sharp(result.bytes).metadata()
    expect(seen).toMatchObject({ width: 200, height: 300 })
    expect(seen.exif).toBeUndefined()
    expect(seen.xmp).toBeUndefined()
    expect(seen.orientation).toBeUndefined()
    expect(result.bytes.includes('Camera')).toBe(false)
  })

  it('are turned as they are asked to be', async () => {
    const bytes = await paint(300, 200)
      .composite([{ input: await paint(300, 100).negate().toFormat('png').toBuffer(), top: 0, left: 0 }])
      .jpeg()
      .toBuffer()
    const turned = await inspector.turn({ mimetype: 'image/jpeg', bytes }, 1)
    if ('refused' in turned) throw new Error(turned.refused.join(' '))
    expect(await sharp(turned.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 200, height: 300 })
    // What was above is now on the right.
    const { data } = await sharp(turned.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(data.at(0)).toBeGreaterThan(150)
    expect(data.at(199 * 3)).toBeLessThan(100)
    const broken = await inspector.turn({ mimetype: 'image/jpeg', bytes: Buffer.from('geen foto') }, 1)
    expect(broken).toEqual({ refused: ['Deze foto kan niet worden gedraaid.'] })
  })

  it('are made smaller than a wall', async () => {
    const result = await inspectGood('groot.jpg', await paint(6000, 3000).jpeg().toBuffer())
    expect(await sharp(result.bytes).metadata()).toMatchObject({ width: 4096, height: 2048 })
  })

  it('may miss their end', async () => {
    const whole = await paint(900, 600).jpeg().toBuffer()
    const result = await inspectGood('foto.jpg', whole.subarray(0, whole.length - 200))
    expect(await sharp(result.bytes).metadata()).toMatchObject({ width: 900, height: 600 })
  })

  it('keep nothing that was hidden behind them', async () => {
    const bytes = Buffer.concat([
      await paint(20, 20).png().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ])
    expect((await inspectGood('foto.png', bytes)).bytes.includes('script')).toBe(false)
  })
})

describe('a photo of a phone in HEIC', () => {
  it('becomes a JPEG that says nothing of the phone', async () => {
    const result = await inspectGood('IMG_0001.HEIC', HEIC)
    expect(result.mimetype).toBe('image/jpeg')
    expect(await sharp(result.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 })
    expect(HEIC.includes('Telefoon')).toBe(true)
    expect(result.bytes.includes('Telefoon')).toBe(false)
  })

  it('is refused when it is broken', async () => {
    expect(await listRefusals('IMG_0002.heic', HEIC.subarray(0, 400))).toEqual(['File is not valid!'])
  })
})

describe('what is not taken in', () => {
  it.each([
    ['note.txt', 'een tekst', ["Files of type 'text/plain' are not allowed!"]],
    [
      'fake.jpg',
      'een tekst',
      ["Files of type 'text/plain' are not allowed!", "'text/plain' does not match filename extension!"],
    ],
    ['leeg.png', '', ['Het verstuurde bestand is leeg.']],
  ])('%s', async (name, text, messages) => {
    expect(await listRefusals(name, Buffer.from(text))).toEqual(messages)
  })

  it('a PDF of the public, or one that is none', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    const bytes = Buffer.from(await document.save())
    expect(await listRefusals('brief.pdf', bytes)).toHaveLength(1)
    expect(await inspectGood('brief.pdf', bytes, 'staff')).toMatchObject({
      mimetype: 'application/pdf',
      isImage: false,
    })
    expect(await listRefusals('brief.pdf', Buffer.from('%PDF-1.7\nniets'), 'staff')).toEqual([
      'File is not valid!',
    ])
  })

  it('a PNG under the name of a JPEG', async () => {
    expect(await listRefusals('foto.jpg', await paint(9, 9).png().toBuffer())).toEqual([
      "'image/png' does not match filename extension!",
    ])
  })

  it('the head of a picture without a body', async () => {
    const png = await paint(9, 9).png().toBuffer()
    expect(await listRefusals('foto.png', png.subarray(0, 20))).toEqual(['File is not valid!'])
  })

  it('a small file that unfolds to a picture of 40,000 by 40,000', async () => {
    const bomb = pngOf(40_000, 40_000, deflateSync(Buffer.alloc(5_001 * 400)))
    expect(bomb.length).toBeLessThan(10_000)
    expect(await listRefusals('foto.png', bomb)).toEqual(['File is not valid!'])
  })

  it('an animation whose pictures together are too many', async () => {
    const frames = await sharp({
      create: { width: 4000, height: 4000 * 9, channels: 3, background: '#123456' },
    })
      .gif({ pageHeight: 4000 } as never)
      .toBuffer()
    expect(await listRefusals('film.gif', frames)).toEqual(['File is not valid!'])
  })

  it('more than 20 MiB', async () => {
    const photo = await paint(20, 20).jpeg().toBuffer()
    const bytes = Buffer.concat([photo, Buffer.alloc(LARGEST_FILE + 1 - photo.length)])
    expect(await listRefusals('foto.jpg', bytes)).toEqual([
      `File size of ${LARGEST_FILE + 1} is more than the allowed size ${LARGEST_FILE}!`,
    ])
  })

  it('an SVG, which can hold script', async () => {
    expect(
      await listRefusals('foto.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ).not.toEqual([])
  })
})

/** A PNG that says it is of this size. */
function pngOf(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** 64 by 48 pixels of one colour. */
const HEIC = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA' +
    'AAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAABoAAgAAAAAB/AABAAAAAAAAAC4AAAA4aWluZgAAAAAAAgAAABVp' +
    'bmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZo' +
    'dmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAA' +
    'AwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAA' +
    'AAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1h' +
    'AAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAAUG1kYXQAAAAWKAGvGYDvSaW+0xOH/qeC/yKt' +
    'aY+bgAAAAAZFeGlmAABNTQAqAAAACAABAQ8AAgAAAAkAAAAaAAAAAFRlbGVmb29uAAA=',
  'base64',
)
