import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createMigratedDataDir, DEFAULT_MUNICIPALITY, openDatabase } from '@signalen/database'
import type { TestDatabase, TestDatabaseOptions } from './database.ts'
import { truncateTables } from './empty-database.ts'

const PREFIX = 'signalen-shared-test-'

let shared: Promise<TestDatabase> | undefined

/** Opening the embedded database takes seconds: suites that need nothing special use one after the other. */
export function canShare(options: TestDatabaseOptions): boolean {
  const { kind, municipalities, isMigrated = true, connectionTimeoutMs, isOwn = false } = options
  return kind === 'embedded' && isMigrated && !isOwn && !municipalities && connectionTimeoutMs === undefined
}

/** The embedded database of this process, without a row. */
export async function takeSharedDatabase(): Promise<TestDatabase> {
  shared ??= openShared().catch((error: unknown) => {
    shared = undefined
    throw error
  })
  const database = await shared
  await truncateTables(database)
  return database
}

/** Stays open until the process ends; the next process removes what it leaves. */
async function openShared(): Promise<TestDatabase> {
  removeAbandoned()
  const dataDir = path.join(tmpdir(), `${PREFIX}${process.pid}`, 'data')
  await createMigratedDataDir(dataDir, [DEFAULT_MUNICIPALITY])
  const database = await openDatabase({ dataDir, connectionTimeoutMs: 5_000 })
  return { ...database, address: { dataDir } }
}

function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length)))) {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
