import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

export interface Migration {
  readonly version: number
  readonly name: string
  readonly checksum: string
  readonly sql: string
}

export interface MigrationSet {
  /** Run once for each database. */
  readonly control: readonly Migration[]
  /** Run for each municipality, with {{schema}} for its schema. */
  readonly municipality: readonly Migration[]
}

export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<MigrationSet> {
  return {
    control: await readFolder(path.join(folder, 'control')),
    municipality: await readFolder(path.join(folder, 'municipality')),
  }
}

async function readFolder(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  migrations.forEach((migration, index) => {
    if (migration.version === index + 1) return
    throw new Error(`Migrations are numbered without gaps: ${migration.name} stands at place ${index + 1}.`)
  })
  return migrations
}

async function readMigration(folder: string, fileName: string): Promise<Migration> {
  const match = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(fileName)
  if (!match) throw new Error(`A migration is named like 0001_what_it_does.sql: ${fileName} is not.`)
  // A checkout with other line endings is the same migration.
  const sql = (await readFile(path.join(folder, fileName), 'utf8')).replaceAll('\r\n', '\n')
  return {
    version: Number(match[1]),
    name: fileName.replace(/\.sql$/, ''),
    checksum: createHash('sha256').update(sql).digest('hex'),
    sql,
  }
}

/** One value for everything the migrations say; a database made from other migrations has another. */
export function fingerprintOf(migrations: MigrationSet): string {
  const parts = [migrations.control, migrations.municipality].map((set) =>
    set.map(({ checksum }) => checksum),
  )
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
