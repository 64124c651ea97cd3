export { createLocalExportStore } from './local-export-store.ts'
export { createS3ExportStore } from './s3-export-store.ts'
