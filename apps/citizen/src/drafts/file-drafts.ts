import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DRAFT_HOURS, type DraftStore } from './draft-store.ts'

const LIFETIME = DRAFT_HOURS * 3_600_000
const SWEEP_EVERY = 900_000

export interface FileDrafts extends DraftStore {
  /** Removes what has expired; happens by itself while drafts are written. */
  sweep(): Promise<void>
}

export interface FileDraftOptions {
  readonly dir: string
  readonly now?: () => number
}

/** Drafts as files in one folder, for a single process. */
export function createFileDrafts({ dir: folder, now = Date.now }: FileDraftOptions): FileDrafts {
  let sweptAt = Number.NEGATIVE_INFINITY
  const pathOf = (name: string) => join(folder, checkName(name))
  const isExpired = (changedAt: number) => now() - changedAt > LIFETIME

  async function sweep(): Promise<void> {
    for (const name of await listFiles(folder)) {
      const found = await findStat(join(folder, name))
      if (found && isExpired(found.mtimeMs)) await rm(join(folder, name), { force: true })
    }
  }

  return {
    sweep,
    async get(name) {
      const found = await findStat(pathOf(name))
      if (!found || isExpired(found.mtimeMs)) return undefined
      return readFile(pathOf(name)).catch(ignoreMissing)
    },
    async set(name, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Written beside it and then moved, so that a reader never finds half a draft.
      const unfinished = `${pathOf(name)}.${randomUUID()}.tmp`
      await writeFile(unfinished, content, { mode: 0o600 })
      await rename(unfinished, pathOf(name))
      if (now() - sweptAt < SWEEP_EVERY) return
      sweptAt = now()
      await sweep()
    },
    async delete(name) {
      await rm(pathOf(name), { force: true })
    },
  }
}

function checkName(name: string): string {
  if (!/^[\w-]{1,100}$/.test(name)) throw new Error('A draft has a name of letters, digits and dashes')
  return name
}

async function listFiles(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(ignoreMissing)) ?? []
}

async function findStat(path: string) {
  return stat(path).catch(ignoreMissing)
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
