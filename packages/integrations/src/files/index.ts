export { createLocalFileStore } from './local-file-store.ts'
export { type MovedFiles, moveFiles } from './move-files.ts'
export { createS3Client, type S3Client, type S3Options } from './s3-client.ts'
export { createMovingFileStore, createS3FileStore, removeFromS3 } from './s3-file-store.ts'
