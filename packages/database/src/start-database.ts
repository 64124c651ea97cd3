import { type Database, type DatabaseOptions, openDatabase } from './connection/database.ts'
import { checkVersion } from './migrations/check-version.ts'
import { migrate } from './migrations/migrate.ts'

export interface StartDatabaseOptions extends DatabaseOptions {
  /** Address of the owner (DATABASE_MIGRATION_URL), who may change what the database is made of. */
  readonly migrationUrl?: string | undefined
  readonly municipalities?: readonly string[] | undefined
}

/**
 * Opens the database at the version of the code: brings it there when it is embedded or the owner's
 * address is known, otherwise only checks and refuses.
 */
export async function startDatabase(options: StartDatabaseOptions): Promise<Database> {
  const database = await openDatabase(options)
  try {
    await bringToVersion(database, options)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function bringToVersion(database: Database, options: StartDatabaseOptions): Promise<void> {
  const { migrationUrl, municipalities } = options
  if (database.kind === 'embedded' || migrationUrl === options.databaseUrl) {
    await migrate(database, { municipalities })
    return
  }
  if (!migrationUrl) return checkVersion(database)
  const applicationRole = await findRole(database)
  const owner = await openDatabase({ ...options, databaseUrl: migrationUrl, poolSize: 1 })
  try {
    const isSame = (await findRole(owner)) === applicationRole
    await migrate(owner, { municipalities, applicationRole: isSame ? undefined : applicationRole })
  } finally {
    await owner.close()
  }
}

async function findRole(database: Database): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ role: string }>('select session_user as role')
  return rows[0]?.role
}
