import { DEFAULT_MUNICIPALITY, startDatabase } from '@signalen/database'
import { ConfigurationFault, readEnvironment } from '../configuration/read-environment.ts'

/** Brings the database to the version of this code; to be run with the owner's address before an upgrade. */
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
    municipalities: [options.municipality ?? DEFAULT_MUNICIPALITY],
  })
  await database.close()
  process.stdout.write('The database is at the version of this Signalen.\n')
  return 0
}
