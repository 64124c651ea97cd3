import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseOptions, OpenedPool } from '../database.ts'
import { DatabaseFault, messageOf } from '../fault.ts'
import { endPool, GuardedPool } from '../guarded-pool.ts'
import { createTransactionGuard, type TransactionGuard } from '../transaction-guard.ts'
import { typeParsers } from '../type-parsers.ts'
import { startEngine } from './engine.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { copyFolder, ensureTemplate, templateKey } from './template.ts'
import { startUpkeep } from './upkeep.ts'

const ENGINE_MAJOR = '18'
const BASE_TEMPLATE = `base-${templateKey('extensions in public')}`

export type EmbeddedOptions = DatabaseOptions & { readonly dataDir: string }

export async function openEmbedded(options: EmbeddedOptions, guard: TransactionGuard): Promise<OpenedPool> {
  const dataDir = path.resolve(options.dataDir)
  await makeDataDir(dataDir)
  const lock = await lockFolder(path.join(dataDir, 'database.lock'))
  try {
    const folder = await prepareFolder(dataDir)
    return await openFolder({ folder, lock, options, guard })
  } catch (error) {
    lock.release()
    throw error
  }
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true })
  } catch (error) {
    throw new DatabaseFault(
      'folder-unusable',
      `The data folder ${dataDir} cannot be used: ${messageOf(error)}.`,
      { cause: error },
    )
  }
}

async function prepareFolder(dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'database')
  if (existsSync(path.join(folder, 'PG_VERSION'))) {
    await assertSameEngine(folder)
    return folder
  }
  await rm(folder, { recursive: true, force: true })
  const template = await ensureTemplate(BASE_TEMPLATE, buildBaseTemplate)
  if (template) await copyFolder(template, folder)
  return folder
}

async function assertSameEngine(folder: string): Promise<void> {
  const major = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim()
  if (major === ENGINE_MAJOR) return
  throw new DatabaseFault(
    'folder-unusable',
    `The data folder was made by PostgreSQL ${major}, this Signalen holds ${ENGINE_MAJOR}: start it with the Signalen version that made it.`,
  )
}

/** What every database has before the first migration. */
async function buildBaseTemplate(folder: string): Promise<void> {
  const opened = await openEngineFolder(folder, {}, createTransactionGuard())
  try {
    for (const extension of ['postgis', 'pg_trgm', 'unaccent']) {
      await opened.pool.query(`create extension if not exists ${extension} with schema public`)
    }
    await opened.pool.query('vacuum analyze')
    await opened.pool.query('checkpoint')
  } finally {
    await opened.close()
  }
}

interface FolderOpening {
  readonly folder: string
  readonly lock: FolderLock
  readonly options: EmbeddedOptions
  readonly guard: TransactionGuard
}

async function openFolder({ folder, lock, options, guard }: FolderOpening): Promise<OpenedPool> {
  const opened = await openEngineFolder(folder, options, guard)
  const upkeep = startUpkeep(opened.pool, (error) => options.onError?.(error))
  return {
    ...opened,
    async close() {
      upkeep.stop()
      await opened.close()
      lock.release()
    },
  }
}

async function openEngineFolder(
  folder: string,
  options: DatabaseOptions,
  guard: TransactionGuard,
): Promise<OpenedPool> {
  const engine = await startEngine(folder, options.onError)
  const pool = new GuardedPool(
    {
      stream: () => engine.createSocket(),
      user: 'postgres',
      database: 'postgres',
      ssl: false,
      max: 1,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: options.connectionTimeoutMs ?? 10_000,
      types: typeParsers,
    },
    guard,
  )
  // A lost engine is told once, by the engine itself; without a listener the pool would end the process.
  pool.on('error', () => {})
  return {
    kind: 'embedded',
    pool,
    async close() {
      await endPool(pool)
      await engine.close()
    },
  }
}
