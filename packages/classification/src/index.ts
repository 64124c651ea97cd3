export { type EvaluateFileOptions, evaluateFile, presentEvaluation } from './command/evaluate-file.ts'
export {
  type ClassifyIo,
  type MunicipalityModels,
  runClassifyCommand,
  type TrainedModel,
} from './command/run-classify-command.ts'
export {
  type DuplicateScore,
  type DuplicateSigns,
  LIKELY_DUPLICATE,
  scoreDuplicate,
} from './duplicates/score-duplicate.ts'
export { textLikeness } from './duplicates/text-likeness.ts'
export type { Place, ReportContext } from './features/context.ts'
export { type Accuracy, type Evaluation, evaluate } from './judging/evaluate.ts'
export {
  type CategoryAccuracy,
  type Confusion,
  listCategoryAccuracy,
  listConfusions,
  measureThresholds,
  type ThresholdEffect,
} from './judging/report.ts'
export {
  type Comparison,
  type ComparisonReason,
  compareOnRecent,
  FEWEST_HELD_BACK,
  type SplitReports,
  splitRecent,
} from './learning/compare-on-recent.ts'
export {
  type CategoryKnowledge,
  type HandledReport,
  type MunicipalityTraining,
  type ShippedTexts,
  trainForMunicipality,
} from './learning/train-for-municipality.ts'
export { type DecidingWord, type Explanation, explain } from './model/explain.ts'
export { encodeModel, FORMAT_VERSION, loadModel, ModelFormatError } from './model/format.ts'
export { type Prediction, type PredictOptions, predict, type Ranked } from './model/predict.ts'
export { joinSameMeaning } from './model/same-meaning.ts'
export { type TrainOptions, trainModel } from './model/train.ts'
export type { Example, Model, ModelInformation } from './model/types.ts'
export {
  loadShippedModel,
  readShippedModelBytes,
  SHIPPED_MODEL_PATH,
  trainShippedModel,
} from './shipped/shipped-model.ts'
export { type KnownCategory, readShippedCategories, readShippedTexts } from './shipped/texts.ts'
export { stripPersonalData } from './text/personal-data.ts'
export { findUrgency, type Urgency, type UrgencyMatch } from './urgency/find-urgency.ts'
export { DEFAULT_URGENCY_RULES, type UrgencyEffect, type UrgencyRule } from './urgency/rules.ts'
