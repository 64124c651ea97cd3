// The part of PostgreSQL's wire protocol that stands between the driver and the embedded engine: whole
// messages are gathered until the driver waits for an answer, and only then given to the engine.

const TERMINATE = 'X'.charCodeAt(0)
/** Message types after which the driver waits: query, sync, flush, copy done, copy fail. */
const WAITING_TYPES = new Set([...'QSHcf'].map((letter) => letter.charCodeAt(0)))

/** Takes bytes as they come and gives back what the engine must run, in order. */
export interface MessageGatherer {
  take(bytes: Uint8Array): Buffer[]
}

export function createMessageGatherer(): MessageGatherer {
  let rest: Buffer = Buffer.alloc(0)
  let hasStarted = false

  return {
    take(bytes) {
      rest = rest.length === 0 ? toBuffer(bytes) : Buffer.concat([rest, bytes])
      const pieces: Buffer[] = []
      if (!hasStarted) {
        const startup = cutStartup(rest)
        if (!startup) return pieces
        hasStarted = true
        pieces.push(startup)
        rest = rest.subarray(startup.length)
      }
      const end = endOfWaitingMessages(rest)
      if (end > 0) pieces.push(rest.subarray(0, end))
      rest = rest.subarray(end)
      return pieces
    },
  }
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The first message has no type byte: four bytes of length, then the settings of the session. */
function cutStartup(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4) return undefined
  const length = bytes.readInt32BE(0)
  return bytes.length < length ? undefined : bytes.subarray(0, length)
}

/** A goodbye ends the search: the engine must not get it, for it would stop altogether. */
function endOfWaitingMessages(bytes: Buffer): number {
  let offset = 0
  let end = 0
  while (bytes.length - offset >= 5) {
    const type = bytes[offset]
    const next = offset + 1 + bytes.readInt32BE(offset + 1)
    if (type === undefined || type === TERMINATE || next > bytes.length) break
    offset = next
    if (WAITING_TYPES.has(type)) end = offset
  }
  return end
}

/** A simple query message, for what the connection itself asks of the engine. */
export function simpleQuery(text: string): Uint8Array {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.alloc(5)
  head.write('Q')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
