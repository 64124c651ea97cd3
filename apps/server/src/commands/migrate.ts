import { randomBytes, randomUUID } from 'node:crypto'
import { startDatabase } from '@signalen/database'
import { createFileInspector, createMailRenderer } from '@signalen/integrations'
import { findHome } from '../compose/home.ts'
import { createStorage } from '../compose/storage.ts'
import { ConfigurationFault, readEnvironment } from '../configuration/read-environment.ts'
import { loadConfigurationOnce } from '../first-start/load-at-first-start.ts'

/**
 * Brings the database to the version of this code, to be run with the owner's address before an upgrade; and
 * loads the configuration file into a municipality that is still empty.
 */
export async function migrateCommand(options: { municipality?: string | undefined }): Promise<number> {
  const environment = readEnvironment(process.env)
  if (environment.DATABASE_URL && !environment.DATABASE_MIGRATION_URL) {
    throw new ConfigurationFault(
      'DATABASE_MIGRATION_URL is needed to migrate: the address of the database as its owner.',
    )
  }
  const database = await startDatabase({
    databaseUrl: environment.DATABASE_URL,
    migrationUrl: environment.DATABASE_MIGRATION_URL,
    dataDir: environment.DATA_DIR,
    municipalities: options.municipality ? [options.municipality] : undefined,
  })
  try {
    if (environment.CONFIG) {
      const db = database.municipality(options.municipality ?? (await findHome(database)))
      const isLoaded = await loadConfigurationOnce(db, environment.CONFIG, {
        mailRenderer: createMailRenderer(),
        icons: {
          files: createStorage(environment, environment.DATA_DIR).files,
          fileInspector: createFileInspector(),
          random: { token: () => randomBytes(32).toString('base64url'), uuid: () => randomUUID() },
          municipality: db.key,
        },
      })
      if (isLoaded) process.stdout.write('The configuration is loaded.\n')
    }
  } finally {
    await database.close()
  }
  process.stdout.write('The database is at the version of this Signalen.\n')
  return 0
}
