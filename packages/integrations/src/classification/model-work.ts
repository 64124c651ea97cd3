import {
  compareOnRecent,
  encodeModel,
  evaluate,
  listCategoryAccuracy,
  listConfusions,
  loadModel,
  type Model,
  measureThresholds,
  readShippedModelBytes,
  readShippedTexts,
  splitRecent,
  trainForMunicipality,
} from '@signalen/classification'
import type { ModelJudgement, ModelJudging, ModelTraining, TrainedModel } from '@signalen/services'

/** What the thread beside is asked to do, and what it answers. */
export type ModelWork =
  | { readonly kind: 'train'; readonly training: ModelTraining }
  | { readonly kind: 'judge'; readonly judging: ModelJudging }

export function carryOut(work: ModelWork): TrainedModel | ModelJudgement {
  switch (work.kind) {
    case 'train':
      return train(work.training)
    case 'judge':
      return judge(work.judging)
  }
}

function train({ reports, categories, current, at }: ModelTraining): TrainedModel {
  const { learn, heldBack } = splitRecent(reports)
  const candidate = trainForMunicipality({
    shipped: readShippedTexts(),
    reports: learn,
    categories,
    createdAt: at.toISOString(),
  })
  const bytes = encodeModel(candidate)
  const active = categories.map(({ category }) => category)
  return {
    bytes,
    // The model as it comes out of its file is what will be in use.
    comparison: compareOnRecent(open(current, active), open(bytes, active), heldBack),
    learnt: candidate.information.ownExamples,
    heldBack: heldBack.length,
    learntUntil: learn.at(-1)?.createdAt ?? null,
  }
}

function judge({ model, categories, examples, thresholds }: ModelJudging): ModelJudgement {
  const judged = open(model, categories)
  return {
    evaluation: evaluate(judged, examples),
    categories: listCategoryAccuracy(judged, examples),
    confusions: listConfusions(judged, examples),
    thresholds: measureThresholds(judged, examples, thresholds),
  }
}

/** A model as it answers here: categories that the municipality does not have are out of the question. */
export function open(bytes: Uint8Array | undefined, categories: readonly string[]): Model {
  const model = loadModel(bytes ?? readShippedModelBytes())
  const active = new Set(categories)
  return {
    ...model,
    bias: model.bias.map((bias, label) => (active.has(model.labels[label] ?? '') ? bias : -Infinity)),
  }
}
