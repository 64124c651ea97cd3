import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files that a page names, under the names that the build gave them. */
export interface PageAssets {
  readonly script: string
  readonly styles: readonly string[]
  /** What the form needs besides its page, to be kept for when there is no connection. */
  readonly offline: readonly string[]
  /** The built service worker; undefined when the build has none. */
  readonly worker: string | undefined
}

interface ManifestEntry {
  readonly file: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
  readonly imports?: readonly string[]
}

/** The built client stands beside the built server. */
export const BUILT_CLIENT = join(import.meta.dirname, '..', 'client')

const ENTRY = 'src/islands/site.ts'

export async function readPageAssets(folder: string): Promise<PageAssets> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8')
  const manifest = JSON.parse(text) as Record<string, ManifestEntry>
  const entry = manifest[ENTRY]
  if (!entry) throw new Error(`The built citizen site lacks ${ENTRY}; build it again`)
  return {
    script: `/${entry.file}`,
    styles: (entry.css ?? []).map((file) => `/${file}`),
    offline: listOfflineFiles(manifest, entry),
    worker: await readFile(join(folder, 'service-worker.js'), 'utf8').catch(() => undefined),
  }
}

const OFFLINE_ENTRY = 'src/offline/page.ts'

/** Style, script and letters; the map is far too large to be kept for a day that may never come. */
function listOfflineFiles(manifest: Readonly<Record<string, ManifestEntry>>, entry: ManifestEntry): string[] {
  const scripts = new Set<ManifestEntry>()
  const add = (part: ManifestEntry | undefined) => {
    if (!part || scripts.has(part)) return
    scripts.add(part)
    for (const name of part.imports ?? []) add(manifest[name])
  }
  for (const part of [entry, manifest[OFFLINE_ENTRY], manifest['src/offline/offline-form.ts']]) add(part)
  const files = [
    entry.file,
    ...(entry.css ?? []),
    ...(entry.assets ?? []),
    ...[...scripts].map(({ file }) => file),
  ]
  return [...new Set(files)].map((file) => `/${file}`)
}
