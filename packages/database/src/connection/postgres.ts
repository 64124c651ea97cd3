import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import type { DatabaseOptions, OpenedPool } from './database.ts'
import { DatabaseFault, messageOf } from './fault.ts'
import { endPool, GuardedPool } from './guarded-pool.ts'
import type { TransactionGuard } from './transaction-guard.ts'
import { typeParsers } from './type-parsers.ts'

const OLDEST_SERVER = 14
const RETRY_MS = 1_000

export type PostgresOptions = DatabaseOptions & { readonly databaseUrl: string }

export async function openPostgres(options: PostgresOptions, guard: TransactionGuard): Promise<OpenedPool> {
  assertPostgresAddress(options.databaseUrl)
  const pool = new GuardedPool(poolConfig(options), guard)
  pool.on('error', (error) => options.onError?.(error))
  // One that breaks while somebody has it fails their next query; without a listener it ends the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    assertSupported(await readServerVersion(pool, options))
  } catch (error) {
    await endPool(pool)
    throw error
  }
  return { kind: 'postgres', pool, close: () => endPool(pool) }
}

function poolConfig(options: PostgresOptions): pg.PoolConfig {
  return {
    connectionString: options.databaseUrl,
    application_name: 'signalen',
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 30_000,
    // The embedded database speaks UTC and ISO; the same SQL must give the same answers here.
    options: '-c timezone=UTC -c datestyle=ISO,MDY -c intervalstyle=postgres',
    types: typeParsers,
  }
}

async function readServerVersion(pool: pg.Pool, options: PostgresOptions): Promise<number> {
  const giveUpAt = Date.now() + (options.startTimeoutMs ?? 30_000)
  for (;;) {
    try {
      const { rows } = await pool.query<{ version: string }>(
        `select current_setting('server_version_num') as version`,
      )
      return Number(rows[0]?.version)
    } catch (error) {
      if (!mayComeUp(error) || Date.now() + RETRY_MS > giveUpAt) throw unreachable(options.databaseUrl, error)
      await delay(RETRY_MS)
    }
  }
}

const PASSING_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P03', // the server is starting up or shutting down
  '53300', // every connection of the server is taken
])

function mayComeUp(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(mayComeUp)
  return error instanceof Error && 'code' in error && PASSING_CODES.has(String(error.code))
}

function assertSupported(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000)
  if (major >= OLDEST_SERVER) return
  throw new DatabaseFault(
    'unsupported-server',
    `The database server is PostgreSQL ${major}; Signalen needs ${OLDEST_SERVER} or newer.`,
  )
}

function assertPostgresAddress(databaseUrl: string): void {
  const parsed = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined
  if (parsed && ['postgres:', 'postgresql:'].includes(parsed.protocol)) return
  throw new DatabaseFault(
    'unreachable',
    'The database address is not of the form postgresql://user:password@host:5432/name.',
  )
}

function unreachable(databaseUrl: string, cause: unknown): DatabaseFault {
  const { host, pathname } = new URL(databaseUrl)
  const reason = cause instanceof AggregateError ? cause.errors.map(messageOf).join('; ') : messageOf(cause)
  return new DatabaseFault(
    'unreachable',
    `The database ${decodeURIComponent(pathname.slice(1))} at ${host || 'the local socket'} cannot be used: ${reason}.`,
    { cause },
  )
}
