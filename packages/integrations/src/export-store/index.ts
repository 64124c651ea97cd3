export { createLocalExportStore } from './local-export-store.ts'
