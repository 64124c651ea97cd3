import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { VirusScanner } from '@signalen/services'

export interface ClamAvOptions {
  /** `tcp://clamav.example:3310` */
  readonly url: string
  /** How long the scanner may be silent. */
  readonly timeoutMs?: number
}

const DEFAULT_PORT = 3310
const DEFAULT_TIMEOUT_MS = 60_000
/** An answer is one short line; a program that says more is no scanner. */
const LONGEST_ANSWER = 4096

/** ClamAV, asked by its command INSTREAM: the bytes go over the network, no disk is shared. */
export function createClamAvScanner({ url, timeoutMs = DEFAULT_TIMEOUT_MS }: ClamAvOptions): VirusScanner {
  const { host, port } = readAddress(url)
  return {
    async scan(bytes) {
      const socket = connect({ host, port, timeout: timeoutMs })
      try {
        return readVerdict(await ask(socket, bytes))
      } finally {
        socket.destroy()
        bytes.destroy()
      }
    },
  }
}

function readAddress(url: string): { host: string; port: number } {
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== 'tcp:' || hostname === '') throw new Error('the address of ClamAV is like tcp://host:3310')
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? DEFAULT_PORT : Number(port) }
}

/** Reading goes on while writing: a scanner that has had enough answers before the last byte. */
function ask(socket: Socket, bytes: Readable): Promise<string> {
  return new Promise((answered, failed) => {
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      answer += text
      if (answer.length > LONGEST_ANSWER) failed(new Error('the virus scanner gave no verdict'))
      if (answer.includes('\0')) answered(answer)
    })
    socket.on('end', () => answered(answer))
    socket.on('timeout', () => failed(new Error('the virus scanner did not answer in time')))
    socket.on('error', (error) => failed(error))
    send(socket, bytes).catch(failed)
  })
}

async function send(socket: Socket, bytes: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of bytes) await write(socket, framed(Buffer.from(chunk)))
  await write(socket, framed(Buffer.alloc(0)))
}

/** Each piece comes with its length; one of nothing ends the file. */
function framed(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return Buffer.concat([length, chunk])
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((written, failed) => socket.write(bytes, (error) => (error ? failed(error) : written())))
}

function readVerdict(answer: string): 'clean' | 'infected' {
  const line = answer.replace(/\0.*$/s, '').trim()
  if (/^stream: OK$/.test(line)) return 'clean'
  if (/^stream: .+ FOUND$/.test(line)) return 'infected'
  throw new Error(`the virus scanner gave no verdict: ${line.slice(0, 200) || 'silence'}`)
}
