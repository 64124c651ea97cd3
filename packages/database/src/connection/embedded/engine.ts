import type { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { DatabaseFault, messageOf } from '../fault.ts'
import type { EngineReport, EngineRequest, EngineThreadData } from './engine-messages.ts'
import { EngineSocket } from './engine-socket.ts'

const CLOSE_TIMEOUT_MS = 20_000

/** The embedded engine in its own thread. */
export interface Engine {
  /** A stream as the pg driver expects a socket to be; the newest one is the only one that is answered. */
  createSocket(): Duplex
  /** Writes everything down and stops the thread. */
  close(): Promise<void>
}

export async function startEngine(folder: string, onLost?: (error: Error) => void): Promise<Engine> {
  const workerData: EngineThreadData = { folder }
  const worker = new Worker(new URL('./engine-thread.ts', import.meta.url), { workerData, execArgv: [] })
  await untilReady(worker)
  return connectEngine(worker, onLost)
}

function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => {
      const reason = cause instanceof Error ? messageOf(cause) : `its thread stopped (${String(cause)})`
      reject(
        new DatabaseFault('engine-stopped', `The embedded database did not start: ${reason}.`, { cause }),
      )
    }
    worker.once('error', fail)
    worker.once('exit', fail)
    worker.once('message', () => {
      worker.off('error', fail)
      worker.off('exit', fail)
      resolve()
    })
  })
}

function connectEngine(worker: Worker, onLost?: (error: Error) => void): Engine {
  let lastConnection = 0
  let current: EngineSocket | undefined
  let lost: DatabaseFault | undefined
  let isClosing = false
  const send = (request: EngineRequest) => worker.postMessage(request)

  const lose = (reason: string, cause?: unknown) => {
    if (lost || isClosing) return
    lost = new DatabaseFault('engine-stopped', `The embedded database stopped: ${reason}.`, { cause })
    current?.destroy(lost)
    onLost?.(lost)
    worker.terminate()
  }
  worker.on('error', (error) => lose(messageOf(error), error))
  worker.on('exit', (code) => lose(`its thread ended with code ${code}`))
  worker.on('message', (report: EngineReport) => {
    if (report.type === 'broken') lose(report.reason)
    if (report.type === 'data' && current?.connection === report.connection) current.receive(report.bytes)
  })

  return {
    createSocket() {
      lastConnection += 1
      const socket = new EngineSocket(lastConnection, send, () => lost)
      current = socket
      return socket
    },
    async close() {
      if (lost || isClosing) return
      isClosing = true
      send({ type: 'close' })
      await untilExit(worker)
    },
  }
}

async function untilExit(worker: Worker): Promise<void> {
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const timer = setTimeout(() => worker.terminate(), CLOSE_TIMEOUT_MS)
  await exited
  clearTimeout(timer)
}
