export { createLocalFileStore } from './local-file-store.ts'
