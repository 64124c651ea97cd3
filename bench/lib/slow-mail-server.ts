import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export interface ArrivedMail {
  readonly to: string
  /** On the clock of the measuring process. */
  readonly at: number
}

export interface SlowMailServer {
  readonly url: string
  readonly arrived: ArrivedMail[]
  /** Connections at the same time, at most so far. */
  mostConnections(): number
  close(): Promise<void>
}

/** `mail`: it takes its time to take a mail in; `answer`: it is that far away, so that every answer comes late. */
export type Lateness = 'mail' | 'answer'

export async function startSlowMailServer(options: {
  readonly milliseconds: number
  readonly late: Lateness
}): Promise<SlowMailServer> {
  const arrived: ArrivedMail[] = []
  const connections = { now: 0, most: 0 }
  const late = (done: () => void) => void delay(options.milliseconds).then(done)
  const lateIfFar = (done: () => void) => (options.late === 'answer' ? late(done) : done())
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      connections.now += 1
      connections.most = Math.max(connections.most, connections.now)
      lateIfFar(done)
    },
    onClose() {
      connections.now -= 1
    },
    onMailFrom: (_address, _session, done) => lateIfFar(done),
    onRcptTo: (_address, _session, done) => lateIfFar(done),
    onData(stream, session, done) {
      stream.resume()
      stream.on('end', () =>
        late(() => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(',')
          arrived.push({ to, at: performance.now() })
          done()
        }),
      )
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    mostConnections: () => connections.most,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
