import { Duplex } from 'node:stream'
import type { EngineRequest } from './engine-messages.ts'

/** Looks like a TCP socket to the pg driver and carries its bytes to the engine's thread and back. */
export class EngineSocket extends Duplex {
  readonly connection: number
  readonly #send: (request: EngineRequest) => void
  readonly #findLoss: () => Error | undefined

  constructor(connection: number, send: (request: EngineRequest) => void, findLoss: () => Error | undefined) {
    super()
    this.connection = connection
    this.#send = send
    this.#findLoss = findLoss
  }

  connect(): this {
    const loss = this.#findLoss()
    if (loss) {
      this.destroy(loss)
      return this
    }
    this.#send({ type: 'connect', connection: this.connection })
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  receive(bytes: Uint8Array): void {
    if (!this.destroyed) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }

  // What the driver asks of a socket and means nothing between two threads.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.#send({ type: 'data', connection: this.connection, bytes: chunk })
    done()
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void): void {
    const bytes = Buffer.concat(chunks.map(({ chunk }) => chunk))
    this.#send({ type: 'data', connection: this.connection, bytes })
    done()
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#send({ type: 'disconnect', connection: this.connection })
    done(error)
  }
}
