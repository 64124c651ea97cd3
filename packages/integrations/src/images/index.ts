export { createFileInspector } from './file-inspector.ts'
