import type { Database } from '../connection/database.ts'
import { DatabaseFault } from '../connection/fault.ts'
import { CONTROL_SCOPE, isBookkept, listApplied, selectApplied, selectPending } from './applied-migrations.ts'
import { type MigrationSet, readMigrations } from './migration-files.ts'

/** For a start without the owner's rights: the database must already be at the version of the code. */
export async function checkVersion(database: Database, known?: MigrationSet): Promise<void> {
  const migrations = known ?? (await readMigrations())
  if (!(await isBookkept(database.pool))) throw olderDatabase('it is empty')
  const applied = await listApplied(database.pool)
  const scopes = [...new Set(applied.map(({ scope }) => scope))].filter((scope) => scope !== CONTROL_SCOPE)
  const pending = [
    ...selectPending(migrations.control, selectApplied(applied, CONTROL_SCOPE)),
    ...scopes.flatMap((scope) => selectPending(migrations.municipality, selectApplied(applied, scope))),
  ]
  if (pending[0]) throw olderDatabase(`it lacks ${pending[0].name}`)
  if (scopes.length === 0) throw olderDatabase('it holds no municipality')
}

function olderDatabase(reason: string): DatabaseFault {
  return new DatabaseFault(
    'older-database',
    `The database is not at the version of this Signalen (${reason}): run "signalen migrate" with DATABASE_MIGRATION_URL, the address of the owner.`,
  )
}
