import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportedFile, ExportStore } from '@signalen/services'
import type { S3Client } from '../files/s3-client.ts'
import { checkExportName } from './export-name.ts'
import { zipFiles } from './zip-files.ts'

const FOLDER = 'exports/'

export interface S3ExportStoreOptions {
  readonly client: S3Client
  readonly environment: string
}

/**
 * Exports in a bucket, where the process that answers finds what the worker wrote. A file is first written on
 * this machine: its size must be known before it is sent.
 */
export function createS3ExportStore({ client, environment }: S3ExportStoreOptions): ExportStore {
  const place = (name: string) => `${FOLDER}${checkExportName(name)}`
  return {
    environment,
    write: (name, bytes) =>
      withFolder((folder) => sendAll(client, place(name), { bytes, by: join(folder, 'whole') })),
    pack: (name, files) =>
      withFolder(async (folder) => {
        const found = []
        for (const [index, file] of files.entries()) {
          const path = join(folder, String(index))
          await fetchTo(client, place(file.name), path)
          found.push({ path, as: file.as })
        }
        await sendAll(client, place(name), { bytes: zipFiles(found), by: join(folder, 'whole') })
      }),
    list: (folder) => listFiles(client, folder.replace(/\/$/, '')),
    read: async (name) => client.get(place(name)),
    delete: async (name) => client.delete(place(name)),
  }
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signalen-export-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function sendAll(client: S3Client, key: string, { bytes, by }: { bytes: Readable; by: string }) {
  await pipeline(bytes, createWriteStream(by, { mode: 0o600 }))
  await client.putFile(key, by)
}

async function fetchTo(client: S3Client, key: string, path: string): Promise<void> {
  const file = await client.get(key)
  if (!file) throw new Error(`${key} is to be packed and is not there`)
  await pipeline(file.bytes, createWriteStream(path, { mode: 0o600 }))
}

async function listFiles(client: S3Client, folder: string): Promise<ExportedFile[] | undefined> {
  const prefix = folder === '' ? FOLDER : `${FOLDER}${checkExportName(folder)}/`
  const files: ExportedFile[] = []
  for await (const { key, size } of client.list(prefix)) {
    files.push({ name: key.slice(FOLDER.length), size })
  }
  return files.length > 0 || folder === '' ? files : undefined
}
