import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  type Database,
  DatabaseFault,
  DEFAULT_MUNICIPALITY,
  dropMunicipality,
  listMunicipalities,
  migrate,
  openDatabase,
  startDatabase,
  updateHostNames,
} from '@signalen/database'
import { removeFromS3 } from '@signalen/integrations'
import { ensurePermissionCatalogue } from '@signalen/services'
import { connectS3, exportsFolder, filesFolder } from '../compose/storage.ts'
import { tasksOf } from '../compose/worker.ts'
import { ConfigurationFault, readEnvironment } from '../configuration/read-environment.ts'
import type { CommandParts, CommandRequest, CommandResult } from './commands.ts'

/** Makes a municipality when it is not there, and says under which host names it answers. */
export async function municipalityAdd(asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const key = keyOf(asked)
  const hostNames = hostNamesOf(asked)
  await assertFree(parts.database, key, hostNames)
  await withOwner(parts.database, key, (owner) => updateHostNames(owner, key, hostNames))
  const context = await parts.contexts.forMunicipality(key)
  await context.db.transaction((trx) => ensurePermissionCatalogue(trx))
  await parts.jobs.replaceSchedule(key, tasksOf(key))
  return done([`${key} answers at ${hostNames.join(', ')}.`, ...(await listNameless(parts.database))])
}

/** Everything of a municipality: its schema with all reports, its jobs, its files. */
export async function municipalityRemove(asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const key = keyOf(asked)
  const known = await listMunicipalities(parts.database)
  if (!known.some((one) => one.key === key)) throw unknown(key)
  if (known.length === 1) {
    return refused(`${key} is the only municipality here: remove the whole database and data folder instead.`)
  }
  if (asked.options.yes !== true) {
    const reports = await countReports(parts, key)
    return refused(`This removes ${key} with its ${reports} reports, for good. Say so with --yes.`)
  }
  await asOwner(parts.database, (owner) => dropMunicipality(owner, key))
  await removeFiles(asked, key)
  return done([`${key} is gone.`, ...(await listNameless(parts.database))])
}

export async function municipalityList(_asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const municipalities = await listMunicipalities(parts.database)
  return done(municipalities.map(({ key, hostNames }) => `${key}  ${hostNames.join(', ') || '-'}`))
}

function done(lines: readonly string[]): CommandResult {
  return { status: 0, output: lines.join('\n') }
}

function refused(sentence: string): CommandResult {
  return { status: 1, output: sentence }
}

function unknown(key: string): DatabaseFault {
  return new DatabaseFault('unknown-municipality', `There is no municipality "${key}" here.`)
}

function keyOf({ options }: CommandRequest): string {
  if (typeof options.argument === 'string') return options.argument
  throw new ConfigurationFault('Name the municipality: signalen municipality add KEY --host NAME')
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/

function hostNamesOf({ options }: CommandRequest): string[] {
  const names = String(options.host ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  if (names.length === 0) throw new ConfigurationFault('Name its address: --host melden.gemeente.example')
  const wrong = names.find((name) => !HOST_NAME.test(name))
  if (wrong !== undefined) {
    throw new ConfigurationFault(`"${wrong}" is not a host name: no scheme, port or path belongs in it.`)
  }
  return names
}

async function assertFree(database: Database, key: string, hostNames: readonly string[]): Promise<void> {
  for (const other of await listMunicipalities(database)) {
    const taken = other.key === key ? undefined : hostNames.find((name) => other.hostNames.includes(name))
    if (taken !== undefined) throw new ConfigurationFault(`${taken} is an address of ${other.key} already.`)
  }
}

/** Once there are several municipalities, one without a name can no longer be reached. */
async function listNameless(database: Database): Promise<string[]> {
  const municipalities = await listMunicipalities(database)
  if (municipalities.length === 1) return []
  return municipalities
    .filter(({ hostNames }) => hostNames.length === 0)
    .map(
      ({ key }) =>
        `${key} has no address yet and cannot be reached: signalen municipality add ${key} --host NAME`,
    )
}

async function countReports(parts: CommandParts, key: string): Promise<number> {
  const { db } = await parts.contexts.forMunicipality(key)
  const counted = await db.kysely
    .selectFrom('signal')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}

/** As the owner of the database, with the municipality made and brought to this version. */
async function withOwner(
  database: Database,
  key: string,
  work: (owner: Database) => Promise<void>,
): Promise<void> {
  const { databaseUrl, migrationUrl } = addressesOf(database)
  if (databaseUrl === undefined) {
    await migrate(database, { municipalities: [key] })
    return work(database)
  }
  await (await startDatabase({ databaseUrl, migrationUrl, municipalities: [key] })).close()
  return asOwner(database, work)
}

async function asOwner(database: Database, work: (owner: Database) => Promise<void>): Promise<void> {
  const { migrationUrl } = addressesOf(database)
  if (migrationUrl === undefined) return work(database)
  const owner = await openDatabase({ databaseUrl: migrationUrl, poolSize: 1 })
  try {
    await work(owner)
  } finally {
    await owner.close()
  }
}

/** None for the embedded database, which is its own owner. */
function addressesOf(database: Database): { databaseUrl?: string; migrationUrl?: string } {
  if (database.kind === 'embedded') return {}
  const { DATABASE_URL, DATABASE_MIGRATION_URL } = readEnvironment(process.env)
  if (!DATABASE_URL || !DATABASE_MIGRATION_URL) {
    throw new ConfigurationFault(
      'DATABASE_MIGRATION_URL is needed to add or remove a municipality: the address of the database as its owner.',
    )
  }
  return { databaseUrl: DATABASE_URL, migrationUrl: DATABASE_MIGRATION_URL }
}

/** The exports of the default municipality stand at the top of their folder, between nothing else. */
async function removeFiles({ options }: CommandRequest, key: string): Promise<void> {
  const dataDir = resolve(String(options['data-dir'] ?? process.env.DATA_DIR ?? './data'))
  const environment = readEnvironment(process.env)
  const exports = exportsFolder(environment, dataDir)
  await rm(join(filesFolder(dataDir), key), { recursive: true, force: true })
  const client = connectS3(environment)
  if (client) await removeFromS3(client, key)
  if (key !== DEFAULT_MUNICIPALITY) await rm(join(exports, key), { recursive: true, force: true })
}
