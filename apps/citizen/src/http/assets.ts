import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files that a page names, under the names that the build gave them. */
export interface PageAssets {
  readonly script: string
  readonly styles: readonly string[]
  readonly fonts: readonly string[]
}

interface ManifestEntry {
  readonly file: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** The built client stands beside the built server. */
export const BUILT_CLIENT = join(import.meta.dirname, '..', 'client')

const ENTRY = 'src/islands/site.ts'

export async function readPageAssets(folder: string): Promise<PageAssets> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8')
  const manifest = JSON.parse(text) as Record<string, ManifestEntry>
  const entry = manifest[ENTRY]
  if (!entry) throw new Error(`The built citizen site lacks ${ENTRY}; build it again`)
  const files = Object.values(manifest).map(({ file }) => file)
  return {
    script: `/${entry.file}`,
    styles: (entry.css ?? []).map((file) => `/${file}`),
    fonts: [...new Set([...(entry.assets ?? []), ...files])]
      .filter((file) => file.endsWith('.woff2'))
      .map((file) => `/${file}`),
  }
}
