import { readdir, readFile, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { FileStore } from '@signalen/services'

export interface MovingFiles {
  /** The folder that holds a folder for each municipality. */
  readonly dir: string
  readonly municipality: string
  readonly to: FileStore
  /** Leaves the files in the folder as well. */
  readonly keep: boolean
}

export interface MovedFiles {
  readonly files: number
  readonly bytes: number
  /** Unfinished pieces and other names that the product never gives. */
  readonly passedOver: number
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}
const PART = '.part'

/**
 * Moves the files of a municipality to another store. Each is read back from there before it goes from the
 * folder, so that it may be broken off at any moment and done again.
 */
export async function moveFiles({ dir, municipality, to, keep }: MovingFiles): Promise<MovedFiles> {
  const moved = { files: 0, bytes: 0, passedOver: 0 }
  for (const path of await listPaths(join(dir, municipality))) {
    if (path.endsWith(PART)) {
      moved.passedOver++
      continue
    }
    const key = `${municipality}/${path.replaceAll(sep, '/')}`
    const bytes = await readFile(join(dir, municipality, path))
    await to.put(key, bytes, TYPES[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    const kept = await to.get(key)
    if (!kept || !(await buffer(kept.bytes)).equals(bytes)) throw new Error(`${key} did not arrive whole`)
    if (!keep) await rm(join(dir, municipality, path))
    moved.files++
    moved.bytes += bytes.length
  }
  return moved
}

async function listPaths(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(ignoreMissing)
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
}

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
