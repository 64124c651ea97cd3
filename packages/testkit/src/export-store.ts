import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createLocalExportStore } from '@signalen/integrations'
import type { ExportStore } from '@signalen/services'
import { unzip } from './unzip.ts'

export interface TestExportStore extends ExportStore {
  names(): Promise<string[]>
  /** The texts in a zip, by their names in it. */
  unpack(name: string): Promise<Record<string, string>>
  remove(): Promise<void>
}

/** The store of the product, in a folder for the test alone. */
export async function openTestExportStore(environment = 'TEST'): Promise<TestExportStore> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signalen-exports-'))
  const store = createLocalExportStore({ dir, environment })
  return {
    ...store,
    names: async () => ((await store.list('')) ?? []).map(({ name }) => name),
    async unpack(name) {
      const file = await store.read(name)
      if (!file) throw new Error(`there is no export ${name}`)
      return unzip(await buffer(file.bytes))
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  }
}
