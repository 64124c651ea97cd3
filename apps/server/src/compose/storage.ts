import { join } from 'node:path'
import {
  createLocalExportStore,
  createLocalFileStore,
  createMovingFileStore,
  createS3Client,
  createS3ExportStore,
  createS3FileStore,
  type S3Client,
} from '@signalen/integrations'
import type { ExportStore, FileStore } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'
import { restOf } from './rest-of.ts'

export interface Storage {
  readonly files: FileStore
  readonly exportStore: ExportStore
  /** There when files lie in object storage. */
  readonly s3?: S3Client
}

export function filesFolder(dataDir: string): string {
  return join(dataDir, 'files')
}

export function exportsFolder(environment: Environment, dataDir: string): string {
  return environment.EXPORT_DIR ?? join(dataDir, 'exports')
}

/** Files and exports as configured: in object storage, or in the data folder. */
export function createStorage(environment: Environment, dataDir: string): Storage {
  const folder = createLocalFileStore({ dir: filesFolder(dataDir) })
  const named = { environment: environment.EXPORT_ENVIRONMENT }
  const s3 = connectS3(environment)
  if (!s3) {
    const exportStore = createLocalExportStore({ dir: exportsFolder(environment, dataDir), ...named })
    return { files: folder, exportStore }
  }
  const files = createMovingFileStore(createS3FileStore(s3), folder)
  return { files, exportStore: createS3ExportStore({ client: s3, ...named }), s3 }
}

/** Undefined where none is configured. */
export function connectS3(environment: Environment): S3Client | undefined {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = environment
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined
  return createS3Client({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: environment.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    addressing: environment.S3_ADDRESSING,
    restMilliseconds: restOf(environment),
  })
}
