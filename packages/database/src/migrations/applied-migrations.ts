import type pg from 'pg'
import { DatabaseFault } from '../connection/fault.ts'
import type { Migration } from './migration-files.ts'

/** The scope of the migrations that are run once; every other scope is the key of a municipality. */
export const CONTROL_SCOPE = '*control'

export interface AppliedMigration {
  readonly scope: string
  readonly version: number
  readonly name: string
  readonly checksum: string
}

export type Queryable = Pick<pg.ClientBase, 'query'>

export async function createBookkeeping(client: Queryable): Promise<void> {
  await client.query(`
    create schema if not exists signalen;
    create table if not exists signalen.migration (
      scope text not null,
      version integer not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz(3) not null default now(),
      constraint migration_pk primary key (scope, version)
    )`)
}

export async function isBookkept(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('signalen.migration') is not null as found`,
  )
  return rows[0]?.found ?? false
}

export async function listApplied(client: Queryable): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select scope, version, name, checksum from signalen.migration order by scope, version',
  )
  return rows
}

export function selectApplied(applied: readonly AppliedMigration[], scope: string): AppliedMigration[] {
  return applied.filter((migration) => migration.scope === scope)
}

/** What still has to be run, after making sure that what was run is what the code holds. */
export function selectPending(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  const newest = applied.at(-1)
  if (newest && newest.version > known.length) throw newerDatabase(newest)
  for (const migration of applied) {
    if (known[migration.version - 1]?.checksum !== migration.checksum) throw changedMigration(migration)
  }
  return known.slice(applied.length)
}

function newerDatabase({ name }: AppliedMigration): DatabaseFault {
  return new DatabaseFault(
    'newer-database',
    `The data is of a newer version of Signalen (it has the change ${name}, which this version does not know): start that version or a later one.`,
  )
}

function changedMigration({ name }: AppliedMigration): DatabaseFault {
  return new DatabaseFault(
    'changed-migration',
    `The migration ${name} is not the one that was applied to this database: restore the file, or start with an empty database.`,
  )
}
