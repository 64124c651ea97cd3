import { loadShippedModel, predict } from '@signalen/classification'
import type { Classifier } from '@signalen/services'

/** The model that comes with the product; read from its file when it is first asked. */
export function createBuiltInClassifier(): Classifier {
  return {
    async predict(text, categories) {
      const { main, sub } = predict(loadShippedModel(), text, { active: categories })
      return { main, sub }
    },
  }
}
