import { findContextScore, type ReportContext } from '../features/context.ts'
import { calibrate } from './calibrate.ts'
import { listSuccessors } from './same-meaning.ts'
import { readText, scoreVector } from './score.ts'
import type { Model } from './types.ts'

export interface PredictOptions extends ReportContext {
  /** Only these categories (`main/sub`) may be answered. */
  readonly active?: readonly string[]
}

export interface Ranked {
  readonly category: string
  readonly probability: number
}

export interface Prediction {
  /** Main categories, likeliest first. */
  readonly main: readonly Ranked[]
  /** Subcategories as `main/sub`, likeliest first. */
  readonly sub: readonly Ranked[]
  /** Whether anything in the text was recognised; without it all categories are about as likely. */
  readonly recognised: boolean
}

/** By how much a category that was replaced stands behind those that came in its place: what they share is a draw. */
const REPLACED = 0.5

/** The categories that a report may belong to, with how sure the model is of each. */
export function predict(model: Model, text: string, options: PredictOptions = {}): Prediction {
  const words = options.objects === undefined ? text : `${text} ${options.objects.join(' ')}`
  const vector = readText(model, words)
  const scores = scoreVector(model, vector)
  const allowed = options.active === undefined ? undefined : new Set(options.active)
  const isAllowed = (label: string): boolean => allowed === undefined || allowed.has(label)
  model.labels.forEach((label, index) => {
    const read = vector.rows.length > 0 ? (scores[index] ?? 0) : findScoreWithoutWords(label)
    const isReplaced = listSuccessors(label).some((one) => isAllowed(one) && model.labels.includes(one))
    const score = read + findContextScore(label, options) - (isReplaced ? REPLACED : 0)
    scores[index] = isAllowed(label) ? score : -Infinity
  })
  if (scores.every((score) => score === -Infinity)) return { main: [], sub: [], recognised: false }
  calibrate(scores, model.calibration)
  return { ...rank(model, scores), recognised: vector.rows.length > 0 }
}

/** When nothing was recognised all are alike, but for the one that says so. */
function findScoreWithoutWords(label: string): number {
  return label === 'overig/overig' ? 1 : 0
}

function rank(model: Model, probabilities: Float64Array): Pick<Prediction, 'main' | 'sub'> {
  const mains = new Float64Array(model.mains.length)
  const sub: Ranked[] = []
  model.labels.forEach((category, index) => {
    const probability = probabilities[index] ?? 0
    const main = model.mainOfLabel[index] ?? 0
    mains[main] = (mains[main] ?? 0) + probability
    if (probability > 0) sub.push({ category, probability })
  })
  const main = model.mains.map((category, index) => ({ category, probability: mains[index] ?? 0 }))
  return { main: sortRanked(main.filter((one) => one.probability > 0)), sub: sortRanked(sub) }
}

function sortRanked(ranked: Ranked[]): Ranked[] {
  return ranked.sort((one, other) => other.probability - one.probability)
}
