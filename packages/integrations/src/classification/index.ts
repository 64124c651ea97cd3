export { createBuiltInClassifier } from './built-in.ts'
export { createOutsideClassifier } from './outside.ts'
