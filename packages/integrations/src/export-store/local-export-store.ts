import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportedFile, ExportStore, StoredFile } from '@signalen/services'
import { checkExportName } from './export-name.ts'
import { zipFiles } from './zip-files.ts'

const PART = '.part'

export interface LocalExportStoreOptions {
  readonly dir: string
  readonly environment: string
}

/** Exports in a folder of this machine, where a data warehouse can fetch them. */
export function createLocalExportStore({ dir, environment }: LocalExportStoreOptions): ExportStore {
  const root = resolve(dir)
  return {
    environment,
    write: (name, bytes) => writeWhole(findPath(root, name), () => bytes),
    pack: (name, files) =>
      writeWhole(findPath(root, name), () =>
        zipFiles(files.map((file) => ({ path: findPath(root, file.name), as: file.as }))),
      ),
    list: (folder) => listFiles(root, folder.replace(/\/$/, '')),
    read: (name) => openFile(findPath(root, name)),
    delete: (name) => remove(root, findPath(root, name)),
  }
}

function findPath(root: string, name: string): string {
  const path = join(root, checkExportName(name))
  if (!path.startsWith(`${root}${sep}`)) throw new Error('a name in the export store stays in its folder')
  return path
}

/** Under another name until it is all there, so that nobody ever fetches half a file. */
async function writeWhole(path: string, openBytes: () => Readable): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${randomBytes(6).toString('hex')}${PART}`
  try {
    await pipeline(openBytes(), createWriteStream(aside, { mode: 0o640, flags: 'wx', flush: true }))
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function listFiles(root: string, folder: string): Promise<ExportedFile[] | undefined> {
  const start = folder === '' ? root : findPath(root, folder)
  const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch(ignoreMissing)
  if (!entries) return undefined
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(PART))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const files: ExportedFile[] = []
  for (const path of paths) {
    const found = await stat(path).catch(ignoreMissing)
    if (found) files.push({ name: path.slice(root.length + 1).replaceAll(sep, '/'), size: found.size })
  }
  return files
}

async function openFile(path: string): Promise<StoredFile | undefined> {
  const file = await open(path, 'r').catch(ignoreMissing)
  if (!file) return undefined
  const { size } = await file.stat()
  return { bytes: file.createReadStream(), size }
}

/** With the folders of the day, month and year when it was the last in them. */
async function remove(root: string, path: string): Promise<void> {
  await rm(path, { force: true })
  let folder = dirname(path)
  while (folder !== root && (await isRemoved(folder))) folder = dirname(folder)
}

function isRemoved(folder: string): Promise<boolean> {
  return rmdir(folder).then(
    () => true,
    () => false,
  )
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}
