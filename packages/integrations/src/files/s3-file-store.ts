import type { FileStore } from '@signalen/services'
import { checkFileKey } from './file-key.ts'
import type { S3Client } from './s3-client.ts'

/** Attachments lie apart from exports; the key begins with the municipality. */
const FOLDER = 'files/'

/** Files in a bucket. */
export function createS3FileStore(client: S3Client): FileStore {
  const place = (key: string) => `${FOLDER}${checkFileKey(key)}`
  return {
    put: async (key, bytes, mimetype) => client.put(place(key), bytes, mimetype),
    get: async (key) => client.get(place(key)),
    delete: async (key) => client.delete(place(key)),
  }
}

/** New files go to the bucket; what is not there yet is found in the folder, so that moving needs no stop. */
export function createMovingFileStore(bucket: FileStore, folder: FileStore): FileStore {
  return {
    put: bucket.put,
    get: async (key) => (await bucket.get(key)) ?? folder.get(key),
    async delete(key) {
      await bucket.delete(key)
      await folder.delete(key)
    },
  }
}

/** All files of a municipality, for good. */
export async function removeFromS3(client: S3Client, municipality: string): Promise<number> {
  let removed = 0
  for (const folder of [FOLDER, 'exports/']) {
    for await (const { key } of client.list(`${folder}${municipality}/`)) {
      await client.delete(key)
      removed++
    }
  }
  return removed
}
