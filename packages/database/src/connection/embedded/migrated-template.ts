import { migrate } from '../../migrations/migrate.ts'
import { fingerprintOf, readMigrations } from '../../migrations/migration-files.ts'
import { openDatabase } from '../database.ts'
import { copyFolder, ensureTemplate, templateKey } from './template.ts'

/** A name for a database with everything applied; another one as soon as anything of that changes. */
export async function migratedTemplateKey(municipalities: readonly string[]): Promise<string> {
  return templateKey(fingerprintOf(await readMigrations()), ...municipalities)
}

/**
 * Makes a data folder that is already migrated, by copying: what takes seconds the first time takes a
 * fraction of one after that. The folder must not exist yet.
 */
export async function createMigratedDataDir(
  dataDir: string,
  municipalities: readonly string[],
): Promise<void> {
  const name = `migrated-${await migratedTemplateKey(municipalities)}`
  const template = await ensureTemplate(name, (folder) => buildMigrated(folder, municipalities))
  if (template) await copyFolder(template, dataDir)
  else await buildMigrated(dataDir, municipalities)
}

async function buildMigrated(dataDir: string, municipalities: readonly string[]): Promise<void> {
  const database = await openDatabase({ dataDir })
  try {
    await migrate(database, { municipalities })
    await database.pool.query('vacuum analyze')
    await database.pool.query('checkpoint')
  } finally {
    await database.close()
  }
}
