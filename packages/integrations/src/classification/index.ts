export { createBuiltInClassifier } from './built-in.ts'
export { createModelTrainer } from './model-trainer.ts'
export { createOutsideClassifier } from './outside.ts'
