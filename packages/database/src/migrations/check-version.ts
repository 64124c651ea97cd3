import type { Database } from '../connection/database.ts'
import { DatabaseFault } from '../connection/fault.ts'
import {
  type AppliedMigration,
  CONTROL_SCOPE,
  isBookkept,
  listApplied,
  selectApplied,
  selectPending,
} from './applied-migrations.ts'
import { type Migration, type MigrationSet, readMigrations } from './migration-files.ts'

/**
 * For a start without the owner's rights: the database must already be at the version of the code, or newer.
 * While a newer version is rolled out, or rolled back, older processes start beside it; a migration that they
 * could not work with says so in its name.
 */
export async function checkVersion(database: Database, known?: MigrationSet): Promise<void> {
  const migrations = known ?? (await readMigrations())
  if (!(await isBookkept(database.pool))) throw olderDatabase('it is empty')
  const applied = await listApplied(database.pool)
  const scopes = [...new Set(applied.map(({ scope }) => scope))].filter((scope) => scope !== CONTROL_SCOPE)
  const pending = [
    ...pendingOf(migrations.control, selectApplied(applied, CONTROL_SCOPE)),
    ...scopes.flatMap((scope) => pendingOf(migrations.municipality, selectApplied(applied, scope))),
  ]
  if (pending[0]) throw olderDatabase(`it lacks ${pending[0].name}`)
  if (scopes.length === 0) throw olderDatabase('it holds no municipality')
}

function pendingOf(known: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const isBearable = ({ version, name }: AppliedMigration) =>
    version > known.length && !name.endsWith('_breaks_older')
  return selectPending(
    known,
    applied.filter((migration) => !isBearable(migration)),
  )
}

function olderDatabase(reason: string): DatabaseFault {
  return new DatabaseFault(
    'older-database',
    `The database is not at the version of this Signalen (${reason}): run "signalen migrate" with DATABASE_MIGRATION_URL, the address of the owner.`,
  )
}
