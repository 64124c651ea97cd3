// Runs in a worker thread: PostgreSQL as WebAssembly, spoken to in its own wire protocol. The engine
// answers synchronously, so everything is done in the order in which it came.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { postgis } from '@electric-sql/pglite-postgis'
import type { EngineReport, EngineRequest, EngineThreadData } from './engine-messages.ts'
import { createMessageGatherer, type MessageGatherer, simpleQuery } from './wire.ts'

// Left alone, the engine takes the time zone of the machine that made the folder, and keeps a gigabyte of log.
const SETTINGS = ['timezone=UTC', 'datestyle=ISO, MDY', 'min_wal_size=32MB', 'max_wal_size=128MB']
const ANSWER_PIECE = 64 * 1024

if (!parentPort) throw new Error('The engine of the embedded database runs in a worker thread only.')
const port = parentPort
const { folder } = workerData as EngineThreadData

const engine = await PGlite.create({
  dataDir: folder,
  extensions: { postgis, pg_trgm, unaccent },
  startParams: [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])],
})
let current = { connection: 0, gatherer: createMessageGatherer() }
let queue = Promise.resolve()

port.on('message', (request: EngineRequest) => {
  queue = queue.then(() => perform(request)).catch(reportBroken)
})
report({ type: 'ready' })

async function perform(request: EngineRequest): Promise<void> {
  switch (request.type) {
    case 'connect':
      current = { connection: request.connection, gatherer: createMessageGatherer() }
      return forgetSession()
    case 'data':
      return request.connection === current.connection ? answer(request.bytes, current) : undefined
    case 'disconnect':
      return request.connection === current.connection ? forgetSession() : undefined
    case 'close':
      await engine.close()
      report({ type: 'closed' })
      port.close()
  }
}

/** The engine knows one session; a new connection must not find what the last one left. */
async function forgetSession(): Promise<void> {
  await run(simpleQuery('rollback'), () => {})
  await run(simpleQuery('discard all'), () => {})
}

async function answer(
  bytes: Uint8Array,
  { connection, gatherer }: { connection: number; gatherer: MessageGatherer },
): Promise<void> {
  for (const piece of gatherer.take(bytes)) {
    const pending: Uint8Array[] = []
    let size = 0
    const send = () => {
      if (size === 0) return
      report({ type: 'data', connection, bytes: joinCopied(pending.splice(0), size) })
      size = 0
    }
    await run(piece, (data) => {
      pending.push(data.slice())
      size += data.length
      if (size >= ANSWER_PIECE) send()
    })
    send()
  }
}

function run(message: Uint8Array, onRawData: (data: Uint8Array) => void): Promise<void> {
  return engine.execProtocolRawStream(message, { onRawData, syncToFs: false })
}

function joinCopied(pieces: Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size)
  let offset = 0
  for (const piece of pieces) {
    joined.set(piece, offset)
    offset += piece.length
  }
  return joined
}

function report(message: EngineReport): void {
  port.postMessage(message, message.type === 'data' ? [message.bytes.buffer as ArrayBuffer] : [])
}

function reportBroken(error: unknown): void {
  report({ type: 'broken', reason: error instanceof Error ? error.message : String(error) })
}
