import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMessageGatherer, simpleQuery } from './wire.ts'

describe('gathering the messages of the driver', () => {
  it('gives the same to the engine however the bytes are cut', () => {
    const messages = fc.array(fc.tuple(fc.constantFrom(...'QSHPBDEC'), fc.uint8Array({ maxLength: 40 })))
    fc.assert(
      fc.property(messages, fc.array(fc.nat(2_000)), (parts, cuts) => {
        const stream = Buffer.concat([startup(), ...parts.map(([type, body]) => message(type, body))])
        expect(gather(cutAt(stream, cuts))).toEqual(gather([stream]))
      }),
    )
  })

  it('holds back what the driver does not wait for yet', () => {
    const gatherer = createMessageGatherer()
    gatherer.take(startup())
    expect(gatherer.take(message('P'))).toEqual([])
    expect(gatherer.take(message('B'))).toEqual([])
    expect(gatherer.take(message('S'))).toEqual([Buffer.concat([message('P'), message('B'), message('S')])])
  })

  it('keeps the goodbye from the engine', () => {
    const gatherer = createMessageGatherer()
    gatherer.take(startup())
    expect(gatherer.take(Buffer.concat([message('S'), message('X')]))).toEqual([message('S')])
  })

  it('writes a simple query as the protocol has it', () => {
    expect(simpleQuery('é')).toEqual(Buffer.from([0x51, 0, 0, 0, 7, 0xc3, 0xa9, 0]))
  })
})

function gather(pieces: Buffer[]): string {
  const gatherer = createMessageGatherer()
  return Buffer.concat(pieces.flatMap((piece) => gatherer.take(piece))).toString('hex')
}

function cutAt(stream: Buffer, cuts: number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (stream.length + 1)).toSorted((a, b) => a - b), stream.length]
  return places.slice(1).map((end, index) => stream.subarray(places[index], end))
}

function message(type: string, body: Uint8Array = new Uint8Array()): Buffer {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

function startup(): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeInt32BE(12, 0)
  return bytes
}
