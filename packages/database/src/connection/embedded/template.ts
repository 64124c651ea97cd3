import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { access, constants, cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lockFolder } from './folder-lock.ts'

const TEMPLATES = fileURLToPath(new URL('../../../dist/embedded-templates', import.meta.url))
const BUILD_WAIT_MS = 180_000
const KEEP_MS = 3 * 24 * 60 * 60 * 1_000

/**
 * A finished database folder to copy from, because making one takes many times as long as copying one.
 * Templates are kept with the package's other built files, each under a name that changes with its content.
 * Without a writable place for them there is none.
 */
export async function ensureTemplate(
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string | undefined> {
  const template = path.join(TEMPLATES, name)
  if (existsSync(template)) return template
  if (!(await isWritable(TEMPLATES))) return undefined
  await removeOld()

  const lock = await lockFolder(`${template}.lock`, BUILD_WAIT_MS)
  try {
    if (!existsSync(template)) await buildAside(template, build)
    return template
  } finally {
    lock.release()
  }
}

async function buildAside(template: string, build: (folder: string) => Promise<void>): Promise<void> {
  const aside = await mkdtemp(path.join(TEMPLATES, 'building-'))
  try {
    await build(aside)
    await rename(aside, template)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** During development every change of a migration leaves one behind. */
async function removeOld(): Promise<void> {
  for (const entry of await readdir(TEMPLATES, { withFileTypes: true })) {
    const place = path.join(TEMPLATES, entry.name)
    // Another process may be doing the same.
    const found = entry.isDirectory() ? await stat(place).catch(() => undefined) : undefined
    if (found && found.mtimeMs < Date.now() - KEEP_MS) await rm(place, { recursive: true, force: true })
  }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Copies beside the target and renames, so that a copy that was broken off is never taken for a database. */
export async function copyFolder(from: string, to: string): Promise<void> {
  const aside = `${to}.new`
  await rm(aside, { recursive: true, force: true })
  await cp(from, aside, { recursive: true, mode: constants.COPYFILE_FICLONE })
  await rename(aside, to)
}

/** Changes with the engine, so that no template of another engine is ever used. */
export function templateKey(...parts: string[]): string {
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-postgis', 'pg-boss'].map(versionOf)
  return createHash('sha256')
    .update(JSON.stringify([versions, parts]))
    .digest('hex')
    .slice(0, 20)
}

function versionOf(packageName: string): string {
  const entry = createRequire(import.meta.url).resolve(packageName)
  const description: { version: string } = JSON.parse(
    readFileSync(path.join(path.dirname(entry), '..', 'package.json'), 'utf8'),
  )
  return description.version
}
