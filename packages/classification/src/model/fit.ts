import type { VectorStore } from '../features/vector-store.ts'
import { createRandom, shuffle } from './random.ts'
import { turnIntoProbabilities } from './softmax.ts'

export interface FitOptions {
  readonly rounds: number
  readonly learningRate: number
  /** Share of features left out at each step, so that no single word is leaned on. */
  readonly dropout: number
  /** Share of the target spread over all categories. */
  readonly smoothing: number
  /** Share of the loss that looks only at the main category. */
  readonly mainShare: number
  readonly seed: number
}

export const FIT_DEFAULTS: FitOptions = {
  rounds: 8,
  learningRate: 0.7,
  dropout: 0.1,
  smoothing: 0.08,
  mainShare: 0.4,
  seed: 1,
}

export interface FitTask {
  /** Each example in the ways that it may be read, one after the other; every round takes one of them. */
  readonly vectors: VectorStore
  readonly readings: number
  /** Which examples are learnt from. */
  readonly learnt: readonly number[]
  readonly targets: readonly number[]
  readonly weights: readonly number[]
  /** How each label as a target is shared with those of the same meaning. */
  readonly shares: readonly (readonly Share[])[]
  /** Examples that are taken at their word: their category was chosen among those of the same meaning. */
  readonly unshared: readonly boolean[]
  readonly rows: number
  readonly mainOfLabel: Uint16Array
  readonly mains: number
}

export interface Share {
  readonly label: number
  readonly share: number
}

export interface Fitted {
  /** Row after row, a weight for each label. */
  readonly weights: Float32Array
  readonly bias: Float32Array
}

const BIAS_RATE = 0.02
const NEGLIGIBLE = 3e-3

/**
 * Multinomial logistic regression by stochastic gradient steps with one AdaGrad rate per feature. The loss is
 * part on the subcategory and part on the main category, which is the sum of its subcategories.
 */
export function fit(task: FitTask, options: FitOptions): Fitted {
  const labels = task.mainOfLabel.length
  const state = {
    weights: new Float32Array(task.rows * labels),
    bias: new Float32Array(labels),
    energy: new Float32Array(task.rows).fill(1e-6),
    scores: new Float64Array(labels),
    gradient: new Float64Array(labels),
    mains: new Float64Array(task.mains),
    wanted: new Float64Array(labels),
    wantedMains: new Float64Array(task.mains),
  }
  // The mean over the later rounds, so that the examples seen last do not have the last word.
  const average = { weights: new Float32Array(task.rows * labels), bias: new Float32Array(labels) }
  const averagedFrom = Math.floor(options.rounds / 2)
  const random = createRandom(options.seed)
  const order = [...task.learnt]
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random)
    const rate = options.learningRate * (1 - (0.8 * round) / options.rounds)
    for (const index of order) step(state, task, { index, rate, random, options })
    if (round >= averagedFrom) addTo(average, state)
  }
  const rounds = options.rounds - averagedFrom
  for (const sum of [average.weights, average.bias]) {
    for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] as number) / rounds
  }
  return average
}

function addTo(sum: Fitted, { weights, bias }: Fitted): void {
  for (let place = 0; place < weights.length; place++) {
    sum.weights[place] = (sum.weights[place] as number) + (weights[place] as number)
  }
  for (let label = 0; label < bias.length; label++) {
    sum.bias[label] = (sum.bias[label] as number) + (bias[label] as number)
  }
}

interface Scoring extends Fitted {
  readonly scores: Float64Array
}

interface FitState extends Scoring {
  readonly energy: Float32Array
  readonly gradient: Float64Array
  readonly mains: Float64Array
  readonly wanted: Float64Array
  readonly wantedMains: Float64Array
}

interface Step {
  readonly index: number
  readonly rate: number
  readonly random: () => number
  readonly options: FitOptions
}

/** Where in the store the values of a reading that are not left out stand. */
type Kept = readonly number[]

function step(state: FitState, task: FitTask, { index, rate, random, options }: Step): void {
  const reading = index * task.readings + Math.floor(random() * task.readings)
  const [start, end] = [task.vectors.starts[reading] as number, task.vectors.starts[reading + 1] as number]
  const kept: number[] = []
  for (let at = start; at < end; at++) if (random() >= options.dropout) kept.push(at)
  const boost = 1 / (1 - options.dropout)
  score(state, task.vectors, { kept, boost })
  const length = computeGradient(state, task, { index, options })
  update(state, task.vectors, { kept, boost, rate, length })
}

function score(state: Scoring, store: VectorStore, { kept, boost }: { kept: Kept; boost: number }): void {
  const { scores, weights } = state
  const labels = scores.length
  scores.set(state.bias)
  for (const at of kept) {
    const value = (store.values[at] as number) * boost
    const start = (store.rows[at] as number) * labels
    for (let label = 0; label < labels; label++) {
      scores[label] = (scores[label] as number) + (weights[start + label] as number) * value
    }
  }
  turnIntoProbabilities(scores)
}

function computeGradient(
  state: FitState,
  task: FitTask,
  { index, options }: { index: number; options: FitOptions },
): number {
  const { scores, gradient, mains, wanted, wantedMains } = state
  const weight = task.weights[index] as number
  mains.fill(0)
  for (let label = 0; label < scores.length; label++) {
    const of = task.mainOfLabel[label] as number
    mains[of] = (mains[of] as number) + (scores[label] as number)
  }
  setWanted(state, task, index)
  const spread = options.smoothing / scores.length
  let squares = 0
  for (let label = 0; label < scores.length; label++) {
    const probability = scores[label] as number
    const aim = spread + (wanted[label] as number) * (1 - options.smoothing)
    const of = task.mainOfLabel[label] as number
    const aimWithinMain = (probability * (wantedMains[of] as number)) / Math.max(mains[of] as number, 1e-9)
    const slope =
      (1 - options.mainShare) * (probability - aim) + options.mainShare * (probability - aimWithinMain)
    gradient[label] = slope * weight
    squares += slope * slope * weight * weight
  }
  return squares
}

function setWanted({ wanted, wantedMains }: FitState, task: FitTask, index: number): void {
  wanted.fill(0)
  wantedMains.fill(0)
  for (const { label, share } of findShares(task, index)) {
    const main = task.mainOfLabel[label] as number
    wanted[label] = share
    wantedMains[main] = (wantedMains[main] as number) + share
  }
}

/** What an example counts for: its own category, or all that mean the same. */
export function findShares(task: FitTask, index: number): readonly Share[] {
  const target = task.targets[index] as number
  if (task.unshared[index] === true) return [{ label: target, share: 1 }]
  return task.shares[target] as readonly Share[]
}

interface Update {
  readonly kept: Kept
  readonly boost: number
  readonly rate: number
  readonly length: number
}

function update(state: FitState, store: VectorStore, { kept, boost, rate, length }: Update): void {
  const { weights, bias, energy, gradient } = state
  const labels = gradient.length
  const active: number[] = []
  for (let label = 0; label < labels; label++) {
    const slope = gradient[label] as number
    bias[label] = (bias[label] as number) - rate * BIAS_RATE * slope
    if (Math.abs(slope) > NEGLIGIBLE) active.push(label)
  }
  for (const at of kept) {
    const value = (store.values[at] as number) * boost
    const row = store.rows[at] as number
    energy[row] = (energy[row] as number) + length * value * value
    const size = (rate * value) / Math.sqrt(energy[row] as number)
    const start = row * labels
    for (const label of active) {
      const place = start + label
      weights[place] = (weights[place] as number) - size * (gradient[label] as number)
    }
  }
}

/** The score of every label for a stored vector, before it is turned into a probability. */
export function scoreStored({ weights, bias }: Fitted, store: VectorStore, vector: number): Float64Array {
  const scores = Float64Array.from(bias)
  for (let at = store.starts[vector] as number; at < (store.starts[vector + 1] as number); at++) {
    const value = store.values[at] as number
    const start = (store.rows[at] as number) * scores.length
    for (let label = 0; label < scores.length; label++) {
      scores[label] = (scores[label] as number) + (weights[start + label] as number) * value
    }
  }
  return scores
}
