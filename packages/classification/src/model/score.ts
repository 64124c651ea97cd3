import { extractFeatures } from '../features/extract.ts'
import { createVector, type Vector } from '../features/vector.ts'
import { stripPersonalData } from '../text/personal-data.ts'
import type { Model } from './types.ts'

const LONGEST_TEXT = 4000

/** Read as training texts are: without what points to a person. */
export function readText(model: Model, text: string): Vector {
  return createVector(
    extractFeatures(stripPersonalData(text.slice(0, LONGEST_TEXT)), model.reading),
    model.table,
    model.rarity,
  )
}

/** The score of every label, before it is turned into a probability. */
export function scoreVector(model: Pick<Model, 'weights' | 'bias'>, vector: Vector): Float64Array {
  const { starts, labels, values, scales } = model.weights
  const scores = Float64Array.from(model.bias)
  for (let at = 0; at < vector.rows.length; at++) {
    const row = vector.rows[at] as number
    const factor = (vector.values[at] as number) * (scales[row] as number)
    const end = starts[row + 1] as number
    for (let place = starts[row] as number; place < end; place++) {
      const label = labels[place] as number
      scores[label] = (scores[label] as number) + (values[place] as number) * factor
    }
  }
  return scores
}
