import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { COMMANDS, type CommandParts, type CommandRequest, type CommandResult } from '../commands/commands.ts'

export interface Control {
  close(): Promise<void>
}

/** A socket path may hold about a hundred characters, which a data folder easily has. */
function socketPath(dataDir: string): string {
  const print = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 32)
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\signalen-${print}`
    : join(tmpdir(), `signalen-${print}.sock`)
}

/**
 * A running server does the commands of the command line itself: two processes must never open one embedded
 * database. Only the user that runs the server can reach the socket.
 */
export async function createControl(parts: CommandParts & { readonly dataDir: string }): Promise<Control> {
  const path = socketPath(parts.dataDir)
  if (process.platform !== 'win32') await rm(path, { force: true })
  const server = createServer((request, response) => {
    answer(request, parts)
      .catch(
        (error: unknown): CommandResult => ({
          status: 1,
          output: error instanceof Error ? error.message : 'failed',
        }),
      )
      .then((result) => response.setHeader('content-type', 'application/json').end(JSON.stringify(result)))
  })
  const before = process.umask(0o177)
  await new Promise<void>((done, failed) => server.once('error', failed).listen(path, done)).finally(() =>
    process.umask(before),
  )
  server.unref()
  return { close: () => new Promise((done) => server.close(() => done())) }
}

async function answer(request: IncomingMessage, parts: CommandParts): Promise<CommandResult> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as CommandRequest
  const command = COMMANDS[asked.name]
  if (!command) return { status: 1, output: `There is no command "${asked.name}".` }
  return command(asked, parts)
}

/** Lets a running server do a command; undefined when none runs on that folder. */
export function askRunningServer(dataDir: string, asked: CommandRequest): Promise<CommandResult | undefined> {
  return new Promise((done, failed) => {
    const sent = httpRequest({ socketPath: socketPath(dataDir), method: 'POST', path: '/' }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => done(JSON.parse(Buffer.concat(chunks).toString('utf8'))))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') done(undefined)
      else failed(error)
    })
    sent.end(JSON.stringify(asked))
  })
}
