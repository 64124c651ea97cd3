import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const KEPT = join(ROOT, 'test', '.tmp')
/** What the data of a fresh demonstration depends on. */
const SOURCES = [
  'demo',
  'apps/server/src',
  'packages/database',
  'packages/services/src',
  'packages/domain/src',
  'packages/api/src',
]

/**
 * The data folder of a demonstration that was just loaded, made once for a state of the sources and copied
 * for each test: loading it anew takes a hundred times as long.
 */
export async function copyDemonstration(
  target: string,
  load: (dataDir: string) => Promise<void>,
): Promise<void> {
  const kept = join(KEPT, `demonstration-${fingerprint()}`)
  if (!existsSync(kept)) {
    mkdirSync(KEPT, { recursive: true })
    // What another run is making now is left alone.
    for (const old of readdirSync(KEPT).filter((name) => name.startsWith('demonstration-')))
      rmSync(join(KEPT, old), { recursive: true, force: true })
    const fresh = join(KEPT, `making-${process.pid}`)
    await load(fresh)
    if (existsSync(kept)) rmSync(fresh, { recursive: true, force: true })
    else renameSync(fresh, kept)
  }
  cpSync(kept, target, { recursive: true })
}

function fingerprint(): string {
  // Its reports are of the past weeks, seen from today.
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10))
  for (const source of SOURCES)
    for (const file of filesOf(source)) hash.update(file).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name) || /\.test\.ts$/.test(entry.name)) return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}
