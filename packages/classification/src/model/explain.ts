import { listWords } from '../text/normalise.ts'
import { stripPersonalData } from '../text/personal-data.ts'
import { type PredictOptions, predict, type Ranked } from './predict.ts'
import { readText } from './score.ts'
import type { Model } from './types.ts'

export interface DecidingWord {
  readonly word: string
  /** Above zero speaks for the category, below zero against it. */
  readonly weight: number
}

export interface Explanation {
  readonly category: string
  readonly probability: number
  readonly runnersUp: readonly Ranked[]
  /** Strongest first. */
  readonly words: readonly DecidingWord[]
}

const MOST_WORDS = 8
const WEAKEST = 0.05

/** The words of the report that decided, as the difference they make against the average category. */
export function explain(model: Model, text: string, options: PredictOptions = {}): Explanation | undefined {
  const { sub } = predict(model, text, options)
  const [best, ...others] = sub
  if (best === undefined) return undefined
  return { ...best, runnersUp: others.slice(0, 2), words: listDecidingWords(model, text, best.category) }
}

function listDecidingWords(model: Model, text: string, category: string): DecidingWord[] {
  const label = model.labels.indexOf(category)
  const vector = readText(model, text)
  const words = listWords(stripPersonalData(text))
  const weights = new Map<string, number>()
  vector.rows.forEach((row, at) => {
    const word = words[vector.sources[at] ?? -1]
    if (word === undefined) return
    const weight = findWeight(model, row, label) * (vector.values[at] ?? 0)
    weights.set(word, (weights.get(word) ?? 0) + weight / model.calibration.temperature)
  })
  return [...weights]
    .map(([word, weight]) => ({ word, weight: Math.round(weight * 100) / 100 }))
    .filter((one) => Math.abs(one.weight) >= WEAKEST)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, MOST_WORDS)
}

function findWeight(model: Model, row: number, label: number): number {
  const { starts, labels, values, scales } = model.weights
  let [own, sum] = [0, 0]
  for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place++) {
    const value = (values[place] ?? 0) * (scales[row] ?? 0)
    sum += value
    if (labels[place] === label) own = value
  }
  return own - sum / model.labels.length
}
