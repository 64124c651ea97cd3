import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MailRefused, type OutgoingMail } from '@signalen/services'
import fastify from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMailbox, type Mailbox } from './mailbox.ts'
import { createMailboxPages } from './mailbox-pages.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const MAIL: OutgoingMail = {
  messageId: '<1@gemeente.example>',
  from: 'Gemeente Voorbeeldstad <noreply@gemeente.example>',
  to: 'melder@voorbeeld.example',
  subject: 'Uw melding – SIG-1',
  text: 'Lees https://burger.example/kto/ja/a_b verder\n',
  html: '<!DOCTYPE html><html><body><p>Lees <a href="https://burger.example/kto/ja/a_b">verder</a><script>x</script></p></body></html>',
}

describe('the mailbox of the demonstration', () => {
  let dir: string
  let mailbox: Mailbox
  let url: string

  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'signalen-mailbox-'))
    mailbox = createMailbox({ dir: path.join(dir, 'mail') })
    url = await mailbox.start()
  })

  afterEach(async () => {
    await mailbox.stop()
    await rm(dir, { recursive: true })
  })

  async function send(...mails: Partial<OutgoingMail>[]): Promise<void> {
    const transport = createSmtpTransport({ url })
    for (const mail of mails) await transport.send({ ...MAIL, ...mail })
    transport.close()
  }

  it('keeps what is sent over SMTP', async () => {
    await send({})
    const [entry] = await mailbox.list()
    expect(entry).toMatchObject({ to: MAIL.to, subject: MAIL.subject })
    expect(await mailbox.read(entry?.id ?? '')).toMatchObject({
      messageId: MAIL.messageId,
      from: '"Gemeente Voorbeeldstad" <noreply@gemeente.example>',
      text: MAIL.text,
      html: expect.stringContaining('kto/ja/a_b'),
    })
  })

  it('lists the newest first, of one address if asked', async () => {
    await send({ subject: 'een' }, { subject: 'twee', to: 'ander@voorbeeld.example' }, { subject: 'drie' })
    expect((await mailbox.list()).map(({ subject }) => subject)).toEqual(['drie', 'twee', 'een'])
    expect((await mailbox.list(' ANDER@')).map(({ subject }) => subject)).toEqual(['twee'])
  })

  it('finds its messages again after a new start', async () => {
    await send({ subject: 'blijft' })
    const again = createMailbox({ dir: path.join(dir, 'mail') })
    expect((await again.list()).map(({ subject }) => subject)).toEqual(['blijft'])
    expect((await readdir(path.join(dir, 'mail'))).every((name) => name.endsWith('.json'))).toBe(true)
  })

  it.each(['../../etc/passwd', 'x', '1234567890123-aaaaaaaaaaaa'])('has no message %s', async (id) => {
    expect(await mailbox.read(id)).toBeUndefined()
  })

  it('shows the list and a message on pages', async () => {
    await send({ subject: 'Een <b>onderwerp</b>' })
    const app = fastify()
    await app.register(createMailboxPages(mailbox), { prefix: '/mailbox' })
    const list = await app.inject('/mailbox?adres=melder')
    expect(list.statusCode).toBe(200)
    expect(list.body).toContain('Een &lt;b&gt;onderwerp&lt;/b&gt;')
    expect(list.body).toContain('1 bericht aan')
    const [, link = ''] = /href="(\/mailbox\/[^"?]+)"/.exec(list.body) ?? []
    const message = await app.inject(link)
    expect(message.body).toContain('<a href="https://burger.example/kto/ja/a_b">')
    expect(message.headers['content-security-policy']).toContain("default-src 'none'")
    const content = await app.inject(`${link}/opmaak`)
    expect(content.body).toContain('target="_blank"')
    expect(content.body).not.toContain('script')
    expect(content.headers['content-security-policy']).toContain('sandbox')
    expect((await app.inject('/mailbox/onbekend')).statusCode).toBe(404)
    await app.close()
  })
})

describe('sending over SMTP', () => {
  let server: Server
  let port: number
  let recipientAnswer: string

  beforeEach(async () => {
    recipientAnswer = '250 ok'
    server = createServer((socket) => {
      socket.write('220 test\r\n')
      socket.on('error', () => {})
      socket.on('data', (chunk) => {
        const command = chunk.toString()
        socket.write(`${/^RCPT/i.test(command) ? recipientAnswer : '250 ok'}\r\n`)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })

  afterEach(() => new Promise((resolve) => server.close(resolve)))

  it('tells a mail that is refused for good from one that may go later', async () => {
    const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, tls: 'off' })
    recipientAnswer = '550 5.1.1 <melder@voorbeeld.example> unknown'
    await expect(transport.send(MAIL)).rejects.toBeInstanceOf(MailRefused)
    await expect(transport.send(MAIL)).rejects.not.toThrow(/voorbeeld/)
    recipientAnswer = '451 try later'
    const later = await transport.send(MAIL).catch((error: unknown) => error)
    expect(later).not.toBeInstanceOf(MailRefused)
    expect(String(later)).toContain('451')
  })

  it('sends nothing unencrypted where encryption is required', async () => {
    const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, tls: 'required' })
    await expect(transport.send(MAIL)).rejects.toThrow('niet aan')
  })

  it('leaves a server alone that is away, but not one that refuses mails', async () => {
    const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, tls: 'off' })
    recipientAnswer = '451 try later'
    for (let turn = 0; turn < 6; turn += 1) await expect(transport.send(MAIL)).rejects.toThrow('451')
    expect(transport.isResting()).toBe(false)
    transport.close()
    const nobody = createSmtpTransport({ url: 'smtp://127.0.0.1:9', tls: 'off' })
    for (let turn = 0; turn < 5; turn += 1) await expect(nobody.send(MAIL)).rejects.toThrow('niet aan')
    expect(nobody.isResting()).toBe(true)
    await expect(nobody.send(MAIL)).rejects.toThrow('antwoordde een paar keer niet')
    nobody.close()
  })

  it('gives up on a server that keeps silent', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const silentPort = typeof address === 'object' && address ? address.port : 0
    const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${silentPort}`, timeoutMs: 200 })
    await expect(transport.send(MAIL)).rejects.toThrow('niet aan')
    silent.close()
  })
})
