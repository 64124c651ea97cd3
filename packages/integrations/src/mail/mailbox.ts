import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { type AddressObject, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface MailboxMessage {
  readonly id: string
  readonly receivedAt: string
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export type MailboxEntry = Pick<MailboxMessage, 'id' | 'receivedAt' | 'to' | 'subject'>

export interface Mailbox {
  /** Takes mail from this machine only. Answers the address to send to. */
  start(): Promise<string>
  stop(): Promise<void>
  /** Newest first; with a text only those to an address that has it. */
  list(address?: string): Promise<readonly MailboxEntry[]>
  read(id: string): Promise<MailboxMessage | undefined>
}

export interface MailboxOptions {
  /** Folder in which every message is a file. */
  readonly dir: string
  /** A free port is chosen when none is given. */
  readonly port?: number | undefined
}

const LARGEST_MAIL_BYTES = 10 * 1024 * 1024
const ID = /^\d{13}-[0-9a-f]{12}$/

/** The mailbox of the demonstration: what would go to people is kept here, to be read in the browser. */
export function createMailbox({ dir, port = 0 }: MailboxOptions): Mailbox {
  let entries: Promise<MailboxEntry[]> | undefined

  function readOnce(): Promise<MailboxEntry[]> {
    entries ??= readEntries(dir)
    return entries
  }

  async function keep(source: string): Promise<void> {
    const known = await readOnce()
    const message = await parseMessage(source)
    await writeWhole(path.join(dir, `${message.id}.json`), JSON.stringify(message))
    known.push(toEntry(message))
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: LARGEST_MAIL_BYTES,
    logger: false,
    onData(stream, _session, done) {
      readText(stream)
        .then(keep)
        .then(() => done(), done)
    },
  })
  // A client that breaks off is no reason to stop.
  server.on('error', () => {})

  return {
    async start() {
      await mkdir(dir, { recursive: true })
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', resolve)
      })
      return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    async list(address = '') {
      const wanted = address.trim().toLowerCase()
      const known = await readOnce()
      return known.filter(({ to }) => to.toLowerCase().includes(wanted)).toReversed()
    },
    async read(id) {
      return ID.test(id) ? readMessage(path.join(dir, `${id}.json`)) : undefined
    },
  }
}

async function readEntries(dir: string): Promise<MailboxEntry[]> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => ID.test(name.replace(/\.json$/, '')))
  const entries: MailboxEntry[] = []
  for (const name of names.sort()) {
    const message = await readMessage(path.join(dir, name))
    if (message) entries.push(toEntry(message))
  }
  return entries
}

async function readMessage(file: string): Promise<MailboxMessage | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as MailboxMessage
  } catch {
    return undefined
  }
}

/** A process that ends halfway leaves no half file under the name. */
async function writeWhole(file: string, content: string): Promise<void> {
  await writeFile(`${file}.part`, content)
  await rename(`${file}.part`, file)
}

async function parseMessage(source: string): Promise<MailboxMessage> {
  const mail = await simpleParser(source, { skipTextToHtml: true })
  const now = new Date()
  return {
    id: `${String(now.getTime()).padStart(13, '0')}-${randomBytes(6).toString('hex')}`,
    receivedAt: now.toISOString(),
    messageId: mail.messageId ?? '',
    from: showAddresses(mail.from),
    to: showAddresses(mail.to),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : '',
  }
}

function showAddresses(addresses: AddressObject | AddressObject[] | undefined): string {
  return [addresses ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ')
}

function toEntry({ id, receivedAt, to, subject }: MailboxMessage): MailboxEntry {
  return { id, receivedAt, to, subject }
}
