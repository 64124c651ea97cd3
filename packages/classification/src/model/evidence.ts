import { type FitTask, type Fitted, findShares } from './fit.ts'

/** How much the evidence of counting weighs beside what was fitted. */
const SHARE = 0.2
/** Counts are drawn towards what chance would bring, so that a word seen once proves little. */
const PULL = 0.3
const FLOOR = 0.05

/**
 * Adds to the fitted weights how much more often a feature stands in reports of a category than chance would
 * have it. Counting and fitting err in different ways: together they carry over better to other writers.
 */
export function addEvidence(fitted: Fitted, task: FitTask): void {
  const labels = task.mainOfLabel.length
  const byLabel: Counted[][] = Array.from({ length: labels }, () => [])
  const everywhere = new Float64Array(task.rows)
  for (const index of task.learnt) {
    for (const { label, share } of findShares(task, index)) byLabel[label]?.push({ index, share })
    addCounts(everywhere, task, { index, share: 1 })
  }
  const total = sum(everywhere)
  const counts = new Float64Array(task.rows)
  byLabel.forEach((examples, label) => {
    counts.fill(0)
    for (const counted of examples) addCounts(counts, task, counted)
    const share = sum(counts) / total
    for (let row = 0; row < task.rows; row++) {
      const count = counts[row] as number
      if (count === 0) continue
      const place = row * labels + label
      const expected = (everywhere[row] as number) * share
      fitted.weights[place] = (fitted.weights[place] as number) + SHARE * findEvidence(count, expected)
    }
  })
}

/** Only what speaks for a category: that a word is missing from a few examples says nothing against it. */
function findEvidence(count: number, expected: number): number {
  return Math.max(0, Math.log((count + PULL * expected + FLOOR) / (expected * (1 + PULL) + FLOOR)))
}

interface Counted {
  readonly index: number
  readonly share: number
}

/** Of the example as it stands, not among sentences that say nothing. */
function addCounts(
  counts: Float64Array,
  { vectors, readings, weights }: FitTask,
  { index, share }: Counted,
): void {
  const { starts, rows, values } = vectors
  const reading = index * readings
  const weight = (weights[index] as number) * share
  for (let at = starts[reading] as number; at < (starts[reading + 1] as number); at++) {
    const row = rows[at] as number
    counts[row] = (counts[row] as number) + (values[at] as number) * weight
  }
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, one) => total + one, 0)
}
