import { SMTPServer } from 'smtp-server'

export interface CaughtMail {
  readonly to: string
  readonly messageId: string
  readonly source: string
}

export interface MailServer {
  readonly url: string
  readonly mails: CaughtMail[]
  /** While true, every mail is refused for now. */
  refuse: boolean
  close(): Promise<void>
}

/** A mail server that keeps what it gets, and can be told to refuse. */
export async function startMailServer(): Promise<MailServer> {
  const mails: CaughtMail[] = []
  const state = { refuse: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (state.refuse) return done(Object.assign(new Error('try again later'), { responseCode: 451 }))
        const source = Buffer.concat(chunks).toString('utf8')
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase()).join(',')
        mails.push({ to, messageId: /^message-id:\s*(\S+)/im.exec(source)?.[1] ?? '', source })
        return done()
      })
    },
  })
  // A client that is killed in the middle of a mail.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get refuse() {
      return state.refuse
    },
    set refuse(value: boolean) {
      state.refuse = value
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
