export { drawLogo } from './draw-logo.ts'
export { createFileInspector } from './file-inspector.ts'
