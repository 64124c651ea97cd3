import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import type { Database } from '../connection/database.ts'
import { DEFAULT_MUNICIPALITY, schemaOfMunicipality } from '../connection/municipality.ts'
import { installJobSchema, JOB_SCHEMA } from '../jobs/job-schema.ts'
import { SHARED_SCHEMA } from '../shared/shared-schema.ts'
import {
  type AppliedMigration,
  CONTROL_SCOPE,
  createBookkeeping,
  listApplied,
  selectApplied,
  selectPending,
} from './applied-migrations.ts'
import { createExtensions } from './extensions.ts'
import { grantToApplication } from './grants.ts'
import { type Migration, type MigrationSet, readMigrations } from './migration-files.ts'
import { grantViewsToReaders } from './reader-grants.ts'
import { splitStatements } from './split-statements.ts'

/** Any number that no other program takes for its own advisory lock on the same database. */
const LOCK_NUMBER = 5_106_213_401

/**
 * Whoever waits for a table makes everybody wait who comes after. A migration that does not get it at once lets
 * them go first, and tries again.
 */
const LOCK_MILLISECONDS = 800
const LOCK_ATTEMPTS = 120
const LOCK_PAUSE_MILLISECONDS = 1000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * The first words of a migration whose statements are run one by one, for what PostgreSQL does beside other work:
 * `create index concurrently`. It may be broken off in the middle, so running it again must do no harm.
 */
const OUTSIDE_TRANSACTION = /^-- outside a transaction\b/i

export interface MigrateOptions {
  /** Municipalities to make when they are not there yet; those that are there are always brought along. */
  readonly municipalities?: readonly string[] | undefined
  /** The role of DATABASE_URL, when it is another than the owner. */
  readonly applicationRole?: string | undefined
  /** Other migrations than the product's own, for tests of this runner. */
  readonly migrations?: MigrationSet | undefined
}

export interface MigrateOutcome {
  /** Names of what was run, with the municipality where it applies. */
  readonly applied: readonly string[]
}

/** Brings the database to the version of the code. Needs the owner's rights. */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<MigrateOutcome> {
  const migrations = options.migrations ?? (await readMigrations())
  const client = await database.pool.connect()
  try {
    await prepareSession(client, database.kind)
    return await runAll({ client, database, migrations, options })
  } finally {
    // The session is not handed back: its settings and its lock end with it.
    client.release(true)
  }
}

async function prepareSession(client: pg.PoolClient, kind: Database['kind']): Promise<void> {
  if (kind === 'embedded') return
  await client.query('set statement_timeout = 0')
  await client.query('set client_min_messages = warning')
  await client.query('select pg_advisory_lock($1)', [LOCK_NUMBER])
}

interface Run {
  readonly client: pg.PoolClient
  readonly database: Database
  readonly migrations: MigrationSet
  readonly options: MigrateOptions
}

async function runAll({ client, database, migrations, options }: Run): Promise<MigrateOutcome> {
  await createBookkeeping(client)
  const done = await listApplied(client)
  const control = selectPending(migrations.control, selectApplied(done, CONTROL_SCOPE))
  assertMunicipalitiesFit(migrations, done)

  await createExtensions(client)
  const applied: string[] = []
  for (const migration of control) {
    await applyMigration(client, { scope: CONTROL_SCOPE, migration, sql: migration.sql, kind: database.kind })
    applied.push(migration.name)
  }
  const keys = await registerMunicipalities(client, options.municipalities)
  for (const key of keys) {
    applied.push(...(await migrateMunicipality(client, { key, migrations, done, kind: database.kind })))
  }
  await installJobSchema(client, database.kind)
  if (options.applicationRole) await grantAll(client, options.applicationRole, keys)
  await grantViewsToReaders(client, keys.map(schemaOfMunicipality))
  return { applied }
}

/** Looked at before anything is changed, so that a refusal leaves the database as it was. */
function assertMunicipalitiesFit(migrations: MigrationSet, done: readonly AppliedMigration[]): void {
  for (const scope of new Set(done.map((migration) => migration.scope))) {
    if (scope !== CONTROL_SCOPE) selectPending(migrations.municipality, selectApplied(done, scope))
  }
}

async function registerMunicipalities(
  client: pg.PoolClient,
  wanted: readonly string[] | undefined,
): Promise<string[]> {
  const present = await listKeys(client)
  const needed = wanted ?? (present.length === 0 ? [DEFAULT_MUNICIPALITY] : [])
  for (const key of needed.filter((candidate) => !present.includes(candidate))) {
    const schema = schemaOfMunicipality(key)
    await client.query('begin')
    await client.query('insert into signalen.municipality (key, schema_name) values ($1, $2)', [key, schema])
    await client.query(`create schema ${schema}`)
    await client.query('commit')
  }
  return listKeys(client)
}

async function listKeys(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>('select key from signalen.municipality order by key')
  return rows.map(({ key }) => key)
}

async function migrateMunicipality(
  client: pg.PoolClient,
  place: { key: string; migrations: MigrationSet; done: readonly AppliedMigration[]; kind: Database['kind'] },
): Promise<string[]> {
  const { key, migrations, done, kind } = place
  const pending = selectPending(migrations.municipality, selectApplied(done, key))
  for (const migration of pending) {
    const sql = migration.sql.replaceAll('{{schema}}', schemaOfMunicipality(key))
    await applyMigration(client, { scope: key, migration, sql, kind })
  }
  return pending.map(({ name }) => `${key}: ${name}`)
}

interface Step {
  readonly scope: string
  readonly migration: Migration
  readonly sql: string
  readonly kind: Database['kind']
}

async function applyMigration(client: pg.PoolClient, step: Step): Promise<void> {
  const apply = OUTSIDE_TRANSACTION.test(step.sql) ? applyBesideOthers : applyAtOnce
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(client, step)
    } catch (error) {
      if (!isWithoutLock(error) || attempt === LOCK_ATTEMPTS)
        throw new Error(`The migration ${step.migration.name} failed for ${step.scope}.`, { cause: error })
      await delay(LOCK_PAUSE_MILLISECONDS)
    }
  }
}

async function applyAtOnce(client: pg.PoolClient, step: Step): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = ${LOCK_MILLISECONDS}`)
    await client.query(step.sql)
    await noteApplied(client, step)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function applyBesideOthers(client: pg.PoolClient, step: Step): Promise<void> {
  // The embedded database has one session, so that there is nobody beside whom it could be done.
  for (const { text } of splitStatements(step.sql))
    await client.query(step.kind === 'embedded' ? text.replace(/\bconcurrently\b/i, '') : text)
  await noteApplied(client, step)
}

async function noteApplied(client: pg.PoolClient, { scope, migration }: Step): Promise<void> {
  await client.query(
    'insert into signalen.migration (scope, version, name, checksum) values ($1, $2, $3, $4)',
    [scope, migration.version, migration.name, migration.checksum],
  )
}

function isWithoutLock(error: unknown): boolean {
  return (error as { code?: string }).code === LOCK_NOT_AVAILABLE
}

function grantAll(client: pg.PoolClient, role: string, keys: readonly string[]): Promise<void> {
  return grantToApplication(client, role, {
    control: 'signalen',
    data: [JOB_SCHEMA, SHARED_SCHEMA, ...keys.map(schemaOfMunicipality)],
  })
}
