import { createBuiltInClassifier, createOutsideClassifier } from '@signalen/integrations'
import type { Classifier } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'
import { restOf } from './rest-of.ts'

export interface ConfiguredClassifier {
  readonly classifier: Classifier
  /** Absent for the built-in model, which is always there. */
  readonly isResting?: () => boolean
}

/** Suggests categories: the built-in model, or an outside service when one is configured. */
export function createClassifier(environment: Environment): ConfiguredClassifier {
  const url = environment.CLASSIFIER_URL
  if (!url) return { classifier: createBuiltInClassifier() }
  const classifier = createOutsideClassifier({ url, restMilliseconds: restOf(environment) })
  return { classifier, isResting: classifier.isResting }
}
