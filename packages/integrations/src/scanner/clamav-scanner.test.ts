import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createClamAvScanner } from './clamav-scanner.ts'

const EVIL = 'X5O!P%@AP'

describe('ClamAV', () => {
  const servers: Server[] = []
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.close()
      await once(server, 'close')
    }
  })

  /** As clamd reads its protocol; answers by what it was sent. */
  async function startClamd(answer: (file: Buffer, socket: Socket) => string | undefined) {
    const server = createServer((socket) => {
      let received = Buffer.alloc(0)
      socket.on('error', () => {})
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk])
        const file = readStream(received)
        const said = file && answer(file, socket)
        if (said !== undefined) socket.end(said)
      })
    })
    servers.push(server.listen(0, '127.0.0.1'))
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    return createClamAvScanner({ url: `tcp://127.0.0.1:${port}`, timeoutMs: 300 })
  }

  it('is given the file as it is, in whatever pieces it comes', async () => {
    let seen: Buffer = Buffer.alloc(0)
    const scanner = await startClamd((file) => {
      seen = file
      return 'stream: OK\0'
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 2000 }), { maxLength: 5 }),
        async (pieces) => {
          expect(await scanner.scan(Readable.from(pieces.map((piece) => Buffer.from(piece))))).toBe('clean')
          expect(seen).toEqual(Buffer.concat(pieces))
        },
      ),
      { numRuns: 20 },
    )
  })

  it('tells what is infected', async () => {
    const scanner = await startClamd((file) =>
      file.includes(EVIL) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0',
    )
    expect(await scanner.scan(Readable.from([Buffer.from(`some ${EVIL} text`)]))).toBe('infected')
    expect(await scanner.scan(Readable.from([Buffer.from('some text')]))).toBe('clean')
  })

  it.each([
    'INSTREAM size limit exceeded. ERROR\0',
    '',
    'HTTP/1.1 400 Bad Request\r\n\r\n',
    'stream: OKAY\0',
  ])('is not believed when it says %j', async (answer) => {
    const scanner = await startClamd(() => answer)
    await expect(scanner.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow('no verdict')
  })

  it('is not waited for for ever', async () => {
    const scanner = await startClamd(() => undefined)
    await expect(scanner.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow('in time')
  })

  it('passes on that a file cannot be read', async () => {
    const scanner = await startClamd(() => 'stream: OK\0')
    const broken = new Readable({ read: () => broken.destroy(new Error('the disk is gone')) })
    await expect(scanner.scan(broken)).rejects.toThrow('the disk is gone')
  })

  it('must be there', async () => {
    const scanner = createClamAvScanner({ url: 'tcp://127.0.0.1:1' })
    await expect(scanner.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow('ECONNREFUSED')
    expect(() => createClamAvScanner({ url: 'http://127.0.0.1:3310' })).toThrow('tcp://host:3310')
  })
})

/** The file that was sent, once it is all there. */
function readStream(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (!received.toString('latin1').startsWith(command)) return undefined
  const pieces: Buffer[] = []
  let place = command.length
  while (received.length >= place + 4) {
    const length = received.readUInt32BE(place)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(place + 4, place + 4 + length))
    place += 4 + length
  }
  return undefined
}
