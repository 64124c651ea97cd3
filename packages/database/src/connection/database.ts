import { Kysely } from 'kysely'
import type pg from 'pg'
import type { Tables } from '../tables.ts'
import { GuardedDialect } from './dialect.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { createMunicipalityHandle, type MunicipalityHandle } from './municipality.ts'
import { openPostgres } from './postgres.ts'
import { createTransactionGuard, type TransactionGuard } from './transaction-guard.ts'

export type DatabaseKind = 'embedded' | 'postgres'

export interface DatabaseOptions {
  /** Address of a PostgreSQL server; without it the embedded database in `dataDir` is opened. */
  readonly databaseUrl?: string | undefined
  /** Folder for everything this installation keeps; the embedded database lives in `database` under it. */
  readonly dataDir?: string | undefined
  /** Connections to PostgreSQL at most; the embedded database has one. */
  readonly poolSize?: number | undefined
  /** How long a query waits for a free connection. */
  readonly connectionTimeoutMs?: number | undefined
  /** How long to keep trying while the server cannot be reached yet. */
  readonly startTimeoutMs?: number | undefined
  /** Told when the database is lost for good or a resting connection breaks. */
  readonly onError?: ((error: Error) => void) | undefined
}

export interface Database {
  readonly kind: DatabaseKind
  readonly pool: pg.Pool
  readonly kysely: Kysely<Tables>
  municipality(key: string): MunicipalityHandle
  close(): Promise<void>
}

/** What either kind of database offers to stand behind a `Database`. */
export interface OpenedPool {
  readonly kind: DatabaseKind
  readonly pool: pg.Pool
  close(): Promise<void>
}

export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const guard = createTransactionGuard()
  const opened = options.databaseUrl
    ? await openPostgres({ ...options, databaseUrl: options.databaseUrl }, guard)
    : await openEmbedded({ ...options, dataDir: options.dataDir ?? './data' }, guard)
  return presentDatabase(opened, guard)
}

function presentDatabase(opened: OpenedPool, guard: TransactionGuard): Database {
  const kysely = new Kysely<Tables>({ dialect: new GuardedDialect(opened.pool, guard) })
  let closing: Promise<void> | undefined
  return {
    kind: opened.kind,
    pool: opened.pool,
    kysely,
    municipality: (key) => createMunicipalityHandle(kysely, guard, key),
    close: () => (closing ??= opened.close()),
  }
}
