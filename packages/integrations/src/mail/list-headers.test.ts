import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSmtpTransport } from './smtp-transport.ts'

const MAIL = {
  messageId: '<1@gemeente.example>',
  from: 'noreply@gemeente.example',
  to: 'buur@voorbeeld.example',
  subject: 'Nieuws',
  text: 'x',
  html: '<p>x</p>',
}
const STOP = 'https://burger.example/volgen/stop/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

let server: SMTPServer
let received: string[]

beforeEach(async () => {
  received = []
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void text(stream).then((raw) => received.push(raw) && done()),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => new Promise<void>((resolve) => server.close(resolve)))

async function sendWith(unsubscribeUrl: string | undefined): Promise<string> {
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, tls: 'off' })
  await transport.send({ ...MAIL, unsubscribeUrl })
  transport.close()
  const [head = ''] = (received.at(-1) ?? '').split('\r\n\r\n')
  return head.replaceAll(/\r\n[ \t]+/g, ' ')
}

it('mail that was asked for can be stopped by one press, mail about one’s own report cannot', async () => {
  const head = await sendWith(STOP)
  expect(head).toContain(`List-Unsubscribe: <${STOP}>`)
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(await sendWith(undefined)).not.toContain('List-Unsubscribe')
  // The one press needs a safe address; where there is none, the link is still there to be opened.
  const plain = await sendWith('http://localhost:8000/volgen/stop/abc')
  expect(plain).toContain('List-Unsubscribe: <http://localhost:8000/volgen/stop/abc>')
  expect(plain).not.toContain('One-Click')
})
