export { createBuiltInClassifier } from './built-in.ts'
export { createModelTrainer } from './model-trainer.ts'
export { createOutsideClassifier, type OutsideClassifier, type OutsideClassifierOptions } from './outside.ts'
