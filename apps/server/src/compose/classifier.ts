import { createBuiltInClassifier, createOutsideClassifier } from '@signalen/integrations'
import type { Classifier } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'

/** Suggests categories: the built-in model, or an outside service when one is configured. */
export function createClassifier(environment: Environment): Classifier {
  const url = environment.CLASSIFIER_URL
  return url ? createOutsideClassifier({ url }) : createBuiltInClassifier()
}
