import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  createAllowances,
  createJobQueue,
  type Database,
  type JobQueue,
  listMunicipalities,
  startDatabase,
} from '@signalen/database'
import { createProviderBreaker, startTelemetry } from '@signalen/integrations'
import { ensurePermissionCatalogue, type Jobs, type Log, listUnprepared } from '@signalen/services'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import type { Environment } from '../configuration/variables.ts'
import { loadAtFirstStart } from '../first-start/load-at-first-start.ts'
import { createMetrics, type Metrics } from '../watching/metrics.ts'
import { createServiceHealth } from '../watching/service-health.ts'
import { watchPorts } from '../watching/watch-ports.ts'
import { watchQueries } from '../watching/watch-queries.ts'
import { type Contexts, createContexts } from './contexts.ts'
import { createControl } from './control.ts'
import { listDevelopmentUsers } from './development-users.ts'
import { findHome } from './home.ts'
import { createIdentity } from './identity.ts'
import { loggerOptions } from './logging.ts'
import { createMailboxPart } from './mailbox.ts'
import { listOutsideNames, listProbes } from './outside-names.ts'
import { createPorts } from './ports.ts'
import { queuesOf } from './queues.ts'
import { restOf } from './rest-of.ts'
import { findSecret } from './secret.ts'
import { createStorage } from './storage.ts'
import { createTiles } from './tile-drawing.ts'
import { VERSION } from './version.ts'
import { createWatch } from './watch.ts'
import { createWeb } from './web.ts'
import { startWorker } from './worker.ts'

/**
 * After the signal to stop, requests are still taken for a moment: those on their way would else be broken off,
 * and who balances the load sees in this time that nothing more is to be sent here.
 */
const FAREWELL_MILLISECONDS = 500

export interface InstanceOptions {
  readonly environment: Environment
  readonly dataDir: string
  readonly port: number
  /** Configuration file for the first start; without one the demonstration is loaded. */
  readonly configFile?: string | undefined
  /** Opens the data alone, for a command: nothing is loaded, answered or worked on. */
  readonly dataOnly?: boolean | undefined
  /** Told what takes a while at the first start. */
  progress(sentence: string): void
}

export interface Instance {
  /** Where it listens; undefined for a worker without web. */
  readonly url: string | undefined
  readonly contexts: Contexts
  readonly database: Database
  readonly jobs: JobQueue<Jobs>
  readonly isDemonstration: boolean
  readonly hasMailbox: boolean
  close(): Promise<void>
}

/** Puts the parts together and starts them; what was started is stopped again when a later part fails. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const started: (() => Promise<void>)[] = []
  const close = async () => {
    for (const stop of started.splice(0).reverse()) await stop()
  }
  try {
    return { ...(await startParts(options, started)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startParts(
  options: InstanceOptions,
  started: (() => Promise<void>)[],
): Promise<Omit<Instance, 'close'>> {
  const { environment, dataDir } = options
  const log = pino(loggerOptions(environment))
  const telemetry = options.dataOnly ? undefined : await startTelemetry(process.env, VERSION)
  if (telemetry) started.push(() => telemetry.shutdown())
  const database = await openDatabase(options, log)
  started.push(() => database.close())
  if (telemetry) watchQueries(database)
  const watched: { metrics?: Metrics } = {}
  // Stopped after the jobs, which send mail until they are.
  const outside: (() => void | Promise<void>)[] = []
  started.push(async () => {
    for (const stop of outside.splice(0).reverse()) await stop()
  })
  const works = environment.ROLE !== 'web' && !options.dataOnly
  const jobs = await openJobs(database, { environment, works }, { log, watched })
  started.push(() => jobs.stop())

  const secret = await findSecret(environment.SECRET, dataDir)
  const mailbox = environment.SMTP_URL ? undefined : await createMailboxPart(join(dataDir, 'mailbox'))
  if (mailbox) outside.push(() => mailbox.mailbox.stop())
  const ownUrl = environment.CITIZEN_URL ?? `http://localhost:${options.port}`
  const tiles = createTiles(environment, log)
  const storage = createStorage(environment, dataDir)
  const configured = await createPorts({ environment, storage, log, tiles, mailboxUrl: mailbox?.smtpUrl })
  outside.push(() => configured.close())
  const providerBreaker = createProviderBreaker(restOf(environment))
  const breakers = {
    ...configured.breakers,
    ...(environment.OIDC_ISSUER ? { identity: providerBreaker.isOpen } : {}),
  }
  const metrics = createMetrics({ database, version: VERSION, role: environment.ROLE, breakers })
  watched.metrics = metrics
  const health = createServiceHealth({
    database,
    log,
    breakers,
    names: listOutsideNames(environment),
    probes: environment.ROLE === 'worker' || options.dataOnly ? {} : listProbes(environment),
  })
  started.push(() => health.close())
  const ports = watchPorts(configured.ports, { metrics, health })
  const overrides = {
    ...(environment.ADDRESS_CHECK ? { addressCheck: environment.ADDRESS_CHECK } : {}),
    ...(environment.MAIL_FROM ? { mailFrom: environment.MAIL_FROM } : {}),
  }
  const contexts = createContexts({ database, jobs, ports, citizenUrl: ownUrl, overrides })
  if (options.dataOnly)
    return { url: undefined, contexts, database, jobs, isDemonstration: false, hasMailbox: false }
  await preparePermissions(database)
  const home = await findHome(database)
  const context = await contexts.forMunicipality(home)
  const { isDemonstration } = await loadAtFirstStart({
    context,
    contexts,
    mayDemonstrate: environment.NODE_ENV !== 'production',
    ...options,
  })

  if (environment.ROLE !== 'web') await startWorker({ jobs, contexts, database, log, metrics })
  let draining = false
  const control = await createControl({ contexts, database, jobs, dataDir })
  started.push(() => control.close())
  // Closed after the requests, so that it tells of them until the end; opened when there is something to tell.
  const watch = await createWatch({ database, log, metrics, isDraining: () => draining })
  started.push(() => watch.close())
  const openWatch = async () => {
    const { HOST: host, METRICS_PORT: port } = environment
    if (port !== undefined) await watch.listen({ host, port })
  }
  if (environment.ROLE === 'worker') {
    await openWatch()
    return { url: undefined, contexts, database, jobs, isDemonstration, hasMailbox: false }
  }

  const identity = await createIdentity({
    environment,
    log,
    ownUrl: `http://localhost:${options.port}`,
    breaker: providerBreaker,
    listDevelopmentUsers: async () => listDevelopmentUsers(await contexts.forMunicipality(home)),
  })
  const web = await createWeb({
    environment,
    log,
    secret,
    database,
    contexts,
    identity,
    dataDir,
    citizenUrl: ownUrl,
    isDemonstration,
    tiles,
    metrics,
    allowances: database.kind === 'postgres' ? createAllowances(database) : undefined,
    isDraining: () => draining,
    ...(mailbox ? { mailbox } : {}),
  })
  started.push(async () => {
    draining = true
    await delay(FAREWELL_MILLISECONDS)
    await closeWithin(web, environment.DRAIN_SECONDS)
  })
  const url = await listen(web, environment.HOST, options.port)
  await openWatch()
  return { url, contexts, database, jobs, isDemonstration, hasMailbox: mailbox !== undefined }
}

/** A new version may know permissions that the database does not hold yet. */
async function preparePermissions(database: Database): Promise<void> {
  const all = (await listMunicipalities(database)).map(({ key }) => database.municipality(key))
  for (const db of await listUnprepared(all)) await db.transaction((trx) => ensurePermissionCatalogue(trx))
}

function openDatabase({ environment, dataDir }: InstanceOptions, log: Log): Promise<Database> {
  return startDatabase({
    databaseUrl: environment.DATABASE_URL,
    migrationUrl: environment.DATABASE_MIGRATION_URL,
    dataDir,
    poolSize: environment.DATABASE_POOL,
    onError: (error) => log.error({ reason: error.message }, 'database'),
  })
}

function openJobs(
  database: Database,
  { environment, works }: { environment: Environment; works: boolean },
  { log, watched }: { log: Log; watched: { readonly metrics?: Metrics } },
): Promise<JobQueue<Jobs>> {
  return createJobQueue<Jobs>(database, {
    queues: queuesOf(environment, database.kind),
    works,
    onError: (error) => log.error({ reason: error.message }, 'job queue'),
    onWarning: (message) => log.warn({ reason: message }, 'job queue'),
    onJobFailed: ({ id, name, attempt, isLastAttempt }) => {
      watched.metrics?.countFailure(name, isLastAttempt)
      log.warn({ job: name, id, attempt, isLastAttempt }, 'job failed')
    },
  })
}

async function listen(web: FastifyInstance, host: string, port: number): Promise<string> {
  await web.listen({ host, port })
  const address = web.server.address() as AddressInfo
  const name = ['127.0.0.1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return `http://${name}:${address.port}`
}

/** Running requests may finish; after the time for it connections are cut. */
async function closeWithin(web: FastifyInstance, seconds: number): Promise<void> {
  const timer = setTimeout(() => web.server.closeAllConnections(), seconds * 1000)
  await web.close()
  clearTimeout(timer)
}
