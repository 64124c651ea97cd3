import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { FileStore, StoredFile } from '@signalen/services'
import { checkFileKey } from './file-key.ts'

/** Files in a folder of this machine. */
export function createLocalFileStore({ dir }: { readonly dir: string }): FileStore {
  const root = resolve(dir)
  return {
    put: (key, bytes) => writeWhole(findPath(root, key), bytes),
    get: (key) => openFile(findPath(root, key)),
    delete: (key) => rm(findPath(root, key), { force: true }),
  }
}

function findPath(root: string, key: string): string {
  const path = join(root, checkFileKey(key))
  if (!path.startsWith(`${root}${sep}`)) throw new Error('a key of the file store stays in its folder')
  return path
}

/** Under another name until it is all there and on the disk, so that nobody ever finds half a file. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    await writeDown(aside, bytes)
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
  await flushFolder(dirname(path))
}

async function writeDown(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The new name must be on the disk too; not every file system lets a folder be asked for that. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

async function openFile(path: string): Promise<StoredFile | undefined> {
  const file = await open(path, 'r').catch(ignoreMissing)
  if (!file) return undefined
  const { size } = await file.stat()
  return { bytes: file.createReadStream(), size }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}
