import { turnIntoProbabilities } from './softmax.ts'

/** How scores become probabilities that are as often right as they say. */
export interface Calibration {
  /** Divides the scores. */
  readonly temperature: number
  /** A line through the log-odds of the best answer: confident answers are tempered, timid ones lifted. */
  readonly slope: number
  readonly intercept: number
}

export interface Judged {
  readonly scores: Float64Array
  readonly target: number
}

export const UNCALIBRATED: Calibration = { temperature: 1, slope: 1, intercept: 0 }

const TEMPERATURES = Array.from({ length: 60 }, (_, index) => 0.4 * 1.035 ** index)
const SLOPES = Array.from({ length: 19 }, (_, index) => 0.3 + index * 0.05)
const INTERCEPTS = Array.from({ length: 31 }, (_, index) => -1 + index * 0.1)

/** The calibration under which the answers to held-back examples were likeliest. */
export function findCalibration(judged: readonly Judged[]): Calibration {
  if (judged.length === 0) return UNCALIBRATED
  const temperature = findLowest(TEMPERATURES, (one) => sum(judged, (answer) => findLoss(answer, one)))
  const best = judged.map((answer) => findBest(answer, temperature))
  const lines = SLOPES.flatMap((slope) => INTERCEPTS.map((intercept) => ({ slope, intercept })))
  const line = findLowest(lines, (one) => sum(best, (answer) => findLineLoss(answer, one)))
  return { temperature, ...line }
}

/** Scores in, probabilities out, in place. */
export function calibrate(scores: Float64Array, { temperature, slope, intercept }: Calibration): void {
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) / temperature
  turnIntoProbabilities(scores)
  const best = scores.reduce((most, one) => Math.max(most, one), 0)
  if (best >= 1 || (slope === 1 && intercept === 0)) return
  const wanted = Math.max(bend(best, { slope, intercept }), 1 / scores.length)
  const others = (1 - wanted) / (1 - best)
  // The best stays the best: the others grow at most until the second would reach it.
  if (others * second(scores, best) >= wanted) return
  for (let label = 0; label < scores.length; label++) {
    const probability = scores[label] ?? 0
    scores[label] = probability === best ? wanted : probability * others
  }
}

function second(probabilities: Float64Array, best: number): number {
  return probabilities.reduce((most, one) => (one === best ? most : Math.max(most, one)), 0)
}

function bend(probability: number, { slope, intercept }: Omit<Calibration, 'temperature'>): number {
  const held = Math.min(Math.max(probability, 1e-6), 1 - 1e-6)
  return 1 / (1 + Math.exp(-(slope * Math.log(held / (1 - held)) + intercept)))
}

function findLoss({ scores, target }: Judged, temperature: number): number {
  const probabilities = scores.map((score) => score / temperature)
  turnIntoProbabilities(probabilities)
  return -Math.log(Math.max(probabilities[target] ?? 0, 1e-12))
}

interface Best {
  readonly probability: number
  readonly right: boolean
}

function findBest({ scores, target }: Judged, temperature: number): Best {
  const probabilities = scores.map((score) => score / temperature)
  turnIntoProbabilities(probabilities)
  const probability = probabilities.reduce((most, one) => Math.max(most, one), 0)
  return { probability, right: probabilities[target] === probability }
}

function findLineLoss({ probability, right }: Best, line: Omit<Calibration, 'temperature'>): number {
  const stated = bend(probability, line)
  return -Math.log(Math.max(right ? stated : 1 - stated, 1e-12))
}

function sum<T>(items: readonly T[], measure: (item: T) => number): number {
  return items.reduce((total, one) => total + measure(one), 0)
}

function findLowest<T>(candidates: readonly T[], measure: (candidate: T) => number): T {
  const measured = candidates.map((candidate) => ({ candidate, cost: measure(candidate) }))
  return measured.reduce((lowest, one) => (one.cost < lowest.cost ? one : lowest)).candidate
}
