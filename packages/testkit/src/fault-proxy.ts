import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * What stands between: `slow` answers late, `hung` not at all, `reset` breaks connections off, and what `lying`
 * answers looks like success and is nonsense.
 */
export type FaultMood = 'well' | 'slow' | 'hung' | 'reset' | 'lying'

export interface FaultProxy {
  readonly port: number
  /** At once, on open connections too. */
  setMood(mood: FaultMood): void
  close(): Promise<void>
}

export interface FaultProxyOptions {
  /** Where what is asked goes; it may begin to listen later. */
  targetPort(): number
  /** Where the far side speaks first, as a mail server does, its lie comes before anything is asked. */
  readonly greets?: boolean
}

const SLOW_MILLISECONDS = 400
const NONSENSE = '{"answer":"everything is fine"}'
const LIE = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${NONSENSE.length}\r\n\r\n${NONSENSE}`

/** Stands before a service and does, at the level of connections, what networks and services in trouble do. */
export async function openFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const state = { mood: 'well' as FaultMood }
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(options.targetPort(), '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      // The end of one is the end of the other; how it came about is of no interest here.
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    if (state.mood === 'reset') near.resetAndDestroy()
    if (state.mood === 'lying' && options.greets) near.write(LIE)
    near.on('data', (bytes) => passOn(state.mood, bytes, { near, far }))
    far.on('data', (bytes) => passBack(state, bytes, near))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    setMood(mood) {
      state.mood = mood
    },
    close() {
      for (const socket of open) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

function passOn(mood: FaultMood, bytes: Buffer, { near, far }: { near: Socket; far: Socket }): void {
  switch (mood) {
    case 'well':
    case 'slow':
      far.write(bytes)
      return
    case 'hung':
      return
    case 'reset':
      near.resetAndDestroy()
      return
    case 'lying':
      near.write(LIE)
  }
}

async function passBack(state: { readonly mood: FaultMood }, bytes: Buffer, near: Socket): Promise<void> {
  if (state.mood === 'slow') await delay(SLOW_MILLISECONDS)
  if (state.mood === 'well' || state.mood === 'slow') near.write(bytes)
}
