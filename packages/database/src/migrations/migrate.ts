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

/** Any number that no other program takes for its own advisory lock on the same database. */
const LOCK_NUMBER = 5_106_213_401

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
    await applyMigration(client, { scope: CONTROL_SCOPE, migration, sql: migration.sql })
    applied.push(migration.name)
  }
  const keys = await registerMunicipalities(client, options.municipalities)
  for (const key of keys) {
    applied.push(...(await migrateMunicipality(client, { key, migrations, done })))
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
  place: { key: string; migrations: MigrationSet; done: readonly AppliedMigration[] },
): Promise<string[]> {
  const { key, migrations, done } = place
  const pending = selectPending(migrations.municipality, selectApplied(done, key))
  for (const migration of pending) {
    const sql = migration.sql.replaceAll('{{schema}}', schemaOfMunicipality(key))
    await applyMigration(client, { scope: key, migration, sql })
  }
  return pending.map(({ name }) => `${key}: ${name}`)
}

async function applyMigration(
  client: pg.PoolClient,
  step: { scope: string; migration: Migration; sql: string },
): Promise<void> {
  const { scope, migration, sql } = step
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      'insert into signalen.migration (scope, version, name, checksum) values ($1, $2, $3, $4)',
      [scope, migration.version, migration.name, migration.checksum],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${migration.name} failed for ${scope}.`, { cause: error })
  }
}

function grantAll(client: pg.PoolClient, role: string, keys: readonly string[]): Promise<void> {
  return grantToApplication(client, role, {
    control: 'signalen',
    data: [JOB_SCHEMA, SHARED_SCHEMA, ...keys.map(schemaOfMunicipality)],
  })
}
