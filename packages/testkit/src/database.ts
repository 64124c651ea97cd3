import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  createMigratedDataDir,
  type Database,
  type DatabaseKind,
  DEFAULT_MUNICIPALITY,
  type MunicipalityHandle,
  openDatabase,
} from '@signalen/database'
import { afterAll, beforeAll, describe } from 'vitest'
import { deleteRows } from './empty-database.ts'
import { createEmptyPostgres, createPostgresFromTemplate, dropPostgres } from './postgres-template.ts'
import { canShare, takeSharedDatabase } from './shared-database.ts'

export interface TestDatabaseOptions {
  readonly kind: DatabaseKind
  /** Keys of the municipalities that it serves; the default one when nothing is said. */
  readonly municipalities?: readonly string[]
  /** Whether every migration has been applied; otherwise the database is empty. */
  readonly isMigrated?: boolean
  /** Short, so that a query that waits for itself fails its test at once. */
  readonly connectionTimeoutMs?: number
  /** Whether the suite changes more than rows, and so works on a database of its own. */
  readonly isOwn?: boolean
}

export interface TestDatabase extends Database {
  /** How a second process or pool would open the same database. */
  readonly address: { readonly databaseUrl?: string; readonly dataDir?: string }
}

/** A fresh database with every migration applied; closing it removes it. */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const isMigrated = options.isMigrated ?? true
  const municipalities = isMigrated ? (options.municipalities ?? [DEFAULT_MUNICIPALITY]) : undefined
  const connectionTimeoutMs = options.connectionTimeoutMs ?? 5_000
  const place =
    options.kind === 'embedded'
      ? await createFolder(municipalities)
      : await createServerDatabase(municipalities)
  const database = await openDatabase({ ...place.address, connectionTimeoutMs })
  return {
    ...database,
    address: place.address,
    async close() {
      await database.close()
      await place.remove()
    },
  }
}

interface TestPlace {
  readonly address: TestDatabase['address']
  remove(): Promise<void>
}

async function createFolder(municipalities: readonly string[] | undefined): Promise<TestPlace> {
  const parent = await mkdtemp(path.join(tmpdir(), 'signalen-test-'))
  const dataDir = path.join(parent, 'data')
  if (municipalities) await createMigratedDataDir(dataDir, municipalities)
  return { address: { dataDir }, remove: () => rm(parent, { recursive: true, force: true }) }
}

async function createServerDatabase(municipalities: readonly string[] | undefined): Promise<TestPlace> {
  const adminUrl = requireAdminUrl()
  const name = `signalen_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`
  const databaseUrl = municipalities
    ? await createPostgresFromTemplate(adminUrl, name, municipalities)
    : await createEmptyPostgres(adminUrl, name)
  return { address: { databaseUrl }, remove: () => dropPostgres(adminUrl, name) }
}

export function findAdminUrl(): string | undefined {
  return process.env.TEST_DATABASE_URL || undefined
}

function requireAdminUrl(): string {
  const url = findAdminUrl()
  if (!url) {
    throw new Error('Set TEST_DATABASE_URL to the address of a PostgreSQL superuser to run this test.')
  }
  return url
}

/** Tests on PostgreSQL need a server; only a build server must have one. */
export function canTestPostgres(): boolean {
  return findAdminUrl() !== undefined || process.env.CI === 'true'
}

/** What a suite on a test database works with; there from its first test to its last. */
export interface DatabaseContext {
  readonly kind: DatabaseKind
  readonly database: TestDatabase
  /** The first municipality of the suite. */
  readonly municipality: MunicipalityHandle
  /** Empties every table of every municipality. */
  reset(): Promise<void>
}

export type DatabaseSuite = (context: DatabaseContext) => void

/** Runs a suite on the embedded database and on PostgreSQL, each without a row at its start. */
export function describeEachDatabase(
  name: string,
  suite: DatabaseSuite,
  options: Omit<TestDatabaseOptions, 'kind'> = {},
): void {
  describeOnDatabase(`${name} (embedded)`, suite, { ...options, kind: 'embedded' })
  if (canTestPostgres()) {
    describeOnDatabase(`${name} (PostgreSQL)`, suite, { ...options, kind: 'postgres' })
  } else {
    describe.skip(`${name} (PostgreSQL: skipped, TEST_DATABASE_URL is not set)`, () =>
      suite(unopened('postgres')))
  }
}

export function describeOnDatabase(name: string, suite: DatabaseSuite, options: TestDatabaseOptions): void {
  describe(name, () => {
    let database: TestDatabase | undefined
    const getDatabase = () => {
      if (!database) throw new Error('The test database is there from the first test to the last only.')
      return database
    }
    const isShared = canShare(options)
    beforeAll(async () => {
      database = isShared ? await takeSharedDatabase() : await openTestDatabase(options)
    }, 180_000)
    afterAll(() => (isShared ? undefined : database?.close()), 30_000)
    suite({
      kind: options.kind,
      get database() {
        return getDatabase()
      },
      get municipality() {
        return getDatabase().municipality(options.municipalities?.[0] ?? DEFAULT_MUNICIPALITY)
      },
      reset: () => deleteRows(getDatabase()),
    })
  })
}

function unopened(kind: DatabaseKind): DatabaseContext {
  const refuse = (): never => {
    throw new Error('This suite is skipped.')
  }
  return {
    kind,
    get database() {
      return refuse()
    },
    get municipality() {
      return refuse()
    },
    reset: async () => refuse(),
  }
}
