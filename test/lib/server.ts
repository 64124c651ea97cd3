import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../tools/lib/postgres.mjs'
import { copyDemonstration } from './demonstration.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const mainOf = (root: string) => join(root, 'apps', 'server', 'src', 'main.ts')
/** Loading the demonstration takes a while on a busy machine. */
const READY_MILLISECONDS = 150_000

export interface ServerOptions {
  readonly dataDir?: string
  readonly port?: number
  readonly configFile?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Of another version than this one: its checkout. */
  readonly root?: string
}

export interface Server {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly pid: number
  readonly output: () => string
  /** What the process holds in memory now; Linux only. */
  memoryMegabytes(): number
  /** SIGTERM, and waits for the end; the exit status. */
  stop(): Promise<number | null>
  /** kill -9: as a machine that dies. */
  kill(): Promise<void>
  /** The data folder, for good. */
  remove(): void
}

/** Signalen as its own process, ready to answer. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'signalen-test-'))
  const isDemonstration = !options.dataDir && !options.configFile && !options.environment?.DATABASE_URL
  if (isDemonstration) await copyDemonstration(dataDir, loadDemonstration)
  const port = options.port ?? (await freePort())
  const child = launch({ ...options, dataDir, port })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, child, () => output)
  return {
    url,
    port,
    dataDir,
    pid: child.pid ?? 0,
    output: () => output,
    memoryMegabytes: () => residentMegabytes(child.pid),
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** Loads the demonstration once, before tests that run side by side each take a copy. */
export async function prepareDemonstration(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signalen-test-'))
  await copyDemonstration(dataDir, loadDemonstration)
  rmSync(dataDir, { recursive: true, force: true })
}

async function loadDemonstration(dataDir: string): Promise<void> {
  const server = await startServer({ dataDir })
  // Its mails go out first, so that those of a test need not wait behind them.
  const until = Date.now() + READY_MILLISECONDS
  while (Date.now() < until) {
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    if (/^signalen_oldest_job_seconds 0$/m.test(metrics)) break
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  await server.stop()
}

/** Runs the command until it ends by itself, as it should on a wrong set-up. */
export async function runUntilEnd(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [mainOf(ROOT), ...args], { env: cleanEnvironment(environment) })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const status = await new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { status, output }
}

function launch(options: ServerOptions & { dataDir: string; port: number }): ChildProcess {
  const args = [
    mainOf(options.root ?? ROOT),
    'start',
    '--port',
    String(options.port),
    '--data-dir',
    options.dataDir,
  ]
  if (options.configFile) args.push('--config', options.configFile)
  return spawn(process.execPath, args, {
    env: cleanEnvironment({
      LOG_LEVEL: 'warn',
      TILES_URL: 'built-in',
      GEOCODER: 'built-in',
      ...options.environment,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Of the surroundings only what a program needs to run: a test must not depend on who runs it. */
function cleanEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', ...environment }
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + READY_MILLISECONDS
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with status ${child.exitCode}:\n${output()}`)
    const answer = await fetch(`${url}/status/health`).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server was not ready in time:\n${output()}`)
}

function residentMegabytes(pid: number | undefined): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round((Number(kilobytes) * 1024) / 1e6)
}
