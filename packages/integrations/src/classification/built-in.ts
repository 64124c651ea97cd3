import { explain, loadModel, loadShippedModel, type Model, predict } from '@signalen/classification'
import type { Classifier, ClassifierQuestion, OwnModel } from '@signalen/services'

/** Each takes some tens of megabytes; a process that serves more municipalities reads them again. */
const MOST_KEPT = 6

/** The model that comes with the product, or the municipality's own; each is read when it is first asked. */
export function createBuiltInClassifier(): Classifier {
  const kept = new Map<string, Promise<Model>>()

  async function findModel(own: OwnModel | undefined): Promise<Model> {
    if (own === undefined) return loadShippedModel()
    const model = kept.get(own.key) ?? readModel(own)
    // What was asked last stands last, and what was not asked longest goes first.
    kept.delete(own.key)
    kept.set(own.key, model)
    for (const key of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(key)
    return model
  }

  function readModel(own: OwnModel): Promise<Model> {
    const model = own.readBytes().then(loadModel)
    model.catch(() => kept.delete(own.key))
    return model
  }

  return {
    async predict(question) {
      const { main, sub } = predict(await findModel(question.ownModel), question.text, optionsOf(question))
      return { main, sub }
    },
    async explain(question) {
      const model = await findModel(question.ownModel)
      return explain(model, question.text, optionsOf(question))?.words ?? []
    },
  }
}

function optionsOf({ categories, month }: ClassifierQuestion) {
  return { active: categories, month }
}
