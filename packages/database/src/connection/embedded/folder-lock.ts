import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseFault } from '../fault.ts'

const RETRY_MS = 100

export interface FolderLock {
  release(): void
}

/**
 * Exclusive use of a folder. The operating system holds the lock and drops it when the process dies, kill
 * -9 included, on every platform and across containers that share a volume: it is the file lock that
 * SQLite takes for a transaction, the one such lock that Node offers.
 */
export async function lockFolder(lockFile: string, waitMs = 0): Promise<FolderLock> {
  const giveUpAt = Date.now() + waitMs
  for (;;) {
    const lock = tryLock(lockFile)
    if (lock) return lock
    if (Date.now() >= giveUpAt) {
      throw new DatabaseFault(
        'folder-in-use',
        'The data folder is in use by another running Signalen: stop that one first, or choose another folder with --data-dir.',
      )
    }
    await delay(RETRY_MS)
  }
}

function tryLock(lockFile: string): FolderLock | undefined {
  const file = new DatabaseSync(lockFile, { timeout: 0 })
  try {
    file.exec('begin exclusive')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if (isBusy(error)) return undefined
    throw error
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}
