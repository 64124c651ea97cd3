import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Instance, startInstance } from '../compose/instance.ts'
import { ConfigurationFault, readEnvironment } from '../configuration/read-environment.ts'
import type { Environment } from '../configuration/variables.ts'

const SAME_SIGNAL_MILLISECONDS = 1000

export interface StartOptions {
  readonly port?: string | undefined
  readonly 'data-dir'?: string | undefined
  readonly config?: string | undefined
  readonly fresh?: boolean | undefined
  readonly role?: 'worker' | undefined
}

export async function startCommand(options: StartOptions): Promise<number> {
  const environment = readEnvironment({
    ...process.env,
    ...(options.port ? { PORT: options.port } : {}),
    ...(options['data-dir'] ? { DATA_DIR: options['data-dir'] } : {}),
    ...(options.config ? { CONFIG: options.config } : {}),
    ...(options.role ? { ROLE: options.role } : {}),
  })
  const dataDir = resolve(environment.DATA_DIR)
  requireSafeSetUp(environment)
  if (options.fresh) await beginAnew(environment, dataDir)
  const instance = await startInstance({
    environment,
    dataDir,
    port: environment.PORT,
    configFile: environment.CONFIG,
    progress: (sentence) => say(environment, sentence),
  })
  say(environment, welcome(instance, environment))
  await untilStopped(instance)
  return 0
}

function requireSafeSetUp(environment: Environment): void {
  const isEmbedded = environment.DATABASE_URL === undefined
  if (environment.NODE_ENV === 'production' && isEmbedded && !environment.ALLOW_EMBEDDED_DATABASE) {
    throw new ConfigurationFault(
      'The embedded database is for trying out and small tests, not for production: set DATABASE_URL, or ALLOW_EMBEDDED_DATABASE=yes if you know what you do.',
    )
  }
  if (isEmbedded && environment.ROLE !== 'both') {
    throw new ConfigurationFault('The embedded database serves one process: ROLE must be both.')
  }
  if (environment.CONFIG && !existsSync(environment.CONFIG)) {
    throw new ConfigurationFault(`The configuration file ${environment.CONFIG} cannot be found.`)
  }
}

async function beginAnew(environment: Environment, dataDir: string): Promise<void> {
  if (environment.DATABASE_URL) {
    throw new ConfigurationFault(
      '--fresh is for the embedded database only; it does not empty a PostgreSQL server.',
    )
  }
  for (const part of ['database', 'files', 'mailbox', 'drafts', 'secret']) {
    await rm(resolve(dataDir, part), { recursive: true, force: true })
  }
}

function say(environment: Environment, sentence: string): void {
  if (environment.LOG_LEVEL !== 'silent') process.stdout.write(`${sentence}\n`)
}

function welcome(instance: Instance, environment: Environment): string {
  if (!instance.url) return 'Signalen does jobs. Ctrl-C stops it.'
  const lines = [
    '',
    'Signalen runs.',
    '',
    `  report something      ${instance.url}/`,
    `  handle reports        ${instance.url}/manage`,
    ...(instance.hasMailbox ? [`  mail that was sent    ${instance.url}/mailbox`] : []),
    `  the API, to read      ${instance.url}/signals/docs`,
    '',
    ...(environment.OIDC_ISSUER ? [] : ['Signing in needs no password here: you choose who you are.']),
    ...(environment.DATABASE_URL
      ? []
      : ['This is the embedded database: for trying out and small tests, not for daily work.']),
    'Ctrl-C stops it.',
    '',
  ]
  return lines.join('\n')
}

/**
 * Ends on the first signal, in order; a later one ends at once. One signal may come twice, from the terminal's
 * group and from the process that started this one.
 */
function untilStopped(instance: Instance): Promise<void> {
  return new Promise((done, failed) => {
    let stoppingSince: number | undefined
    const stop = () => {
      if (stoppingSince !== undefined) {
        if (Date.now() - stoppingSince > SAME_SIGNAL_MILLISECONDS) process.exit(1)
        return
      }
      stoppingSince = Date.now()
      instance.close().then(done, failed)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
