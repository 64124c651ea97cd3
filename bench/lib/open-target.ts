import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, startDatabase } from '@signalen/database'
import { formatFault, importConfiguration } from '@signalen/services'
import pg from 'pg'
import { type MailServer, startMailServer } from '../../test/lib/mail-server.ts'
import { type Server, startServer } from '../../test/lib/server.ts'
import { startTokenIssuer, type TokenIssuer } from '../../test/lib/token-issuer.ts'
import { freePort, startPostgres } from '../../tools/lib/postgres.mjs'
import { seedReports } from './seed-reports.ts'

export type DatabaseKind = 'embedded' | 'postgres'

export interface Target {
  readonly server: Server
  readonly issuer: TokenIssuer
  readonly mailServer: MailServer
  readonly seedSeconds: number
  readonly databaseMegabytes: number
  /** Absent with the embedded database. */
  readonly databaseUrl: string | undefined
  /** Another process of the same installation. */
  startAnother(environment: Readonly<Record<string, string>>): Promise<Server>
  /** Of the server, and of the database where it has processes of its own that can be looked at. */
  readonly pids: readonly number[]
  close(): Promise<void>
}

export interface TargetOptions {
  readonly kind: DatabaseKind
  readonly reports: number
  /** People sign in as in the demonstration, as a browser does; else by tokens. */
  readonly signsInHere?: boolean
  /** Goes before what a measurement is given by default. */
  readonly environment?: Readonly<Record<string, string>>
  progress(sentence: string): void
}

export const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')
const DATABASE = 'signalen_bench'

/** A server as its own process, on a fresh database with so many reports. */
export async function openTarget(options: TargetOptions): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'signalen-bench-'))
  const place = options.kind === 'postgres' ? await openPostgres() : undefined
  const closing = [() => rmSync(folder, { recursive: true, force: true }), () => place?.stop()]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    const address = place && { databaseUrl: place.url, migrationUrl: place.url }
    const filled = await fill(await startDatabase(address ?? { dataDir: folder }), options)
    const mailServer = await startMailServer()
    closing.push(() => mailServer.close())
    const issuer = await startTokenIssuer()
    closing.push(() => issuer.close())
    const environment = {
      LOG_LEVEL: 'warn',
      PUBLIC_RATE_LIMIT: 'off',
      ADDRESS_CHECK: 'off',
      ...(options.signsInHere ? {} : { OIDC_ISSUER: issuer.url }),
      SMTP_URL: mailServer.url,
      SECRET: 'the same in every process of a measurement',
      ...(place ? { DATABASE_URL: place.url } : {}),
      ...options.environment,
    }
    const server = await startServer({ dataDir: folder, environment })
    closing.push(async () => void (await server.stop()))
    return {
      server,
      issuer,
      mailServer,
      ...filled,
      databaseUrl: place?.url,
      async startAnother(more) {
        const port = await freePort()
        const metrics = { METRICS_PORT: String(port) }
        const another = await startServer({ port, environment: { ...environment, ...metrics, ...more } })
        closing.push(async () => {
          await another.stop()
          another.remove()
        })
        return another
      },
      pids: [server.pid, ...(place?.pid ? [place.pid] : [])],
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The server that DATABASE_URL names, or one of our own that keeps what it confirmed. */
async function openPostgres(): Promise<{ url: string; pid: number | undefined; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  const own = given ? undefined : await startPostgres({ durable: true })
  const adminUrl = given ?? own?.url
  if (!adminUrl) throw new Error(own?.missing ?? 'there is no PostgreSQL')
  await runAsAdmin(adminUrl, `drop database if exists ${DATABASE} with (force)`)
  await runAsAdmin(adminUrl, `create database ${DATABASE}`)
  const url = new URL(adminUrl)
  url.pathname = `/${DATABASE}`
  return {
    url: url.href,
    pid: own?.pid,
    async stop() {
      if (own?.stop) own.stop()
      else await runAsAdmin(adminUrl, `drop database ${DATABASE} with (force)`)
    },
  }
}

async function runAsAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function fill(database: Database, { reports, progress }: TargetOptions) {
  try {
    const db = database.municipality('default')
    const text = await readFile(CONFIG, 'utf8')
    const imported = await importConfiguration(db, text, { clock: { now: () => new Date() } })
    if (!imported.ok) throw new Error(imported.faults.map(formatFault).join('\n'))
    const begin = performance.now()
    await seedReports(db, {
      count: reports,
      now: new Date(),
      progress: (done) => progress(`${done} reports`),
    })
    const seedSeconds = Math.round((performance.now() - begin) / 100) / 10
    const { rows } = await database.pool.query('select pg_database_size(current_database()) as size')
    return { seedSeconds, databaseMegabytes: Math.round(Number(rows[0].size) / 1e6) }
  } finally {
    await database.close()
  }
}
