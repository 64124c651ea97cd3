/** Softmax in place. */
export function turnIntoProbabilities(scores: Float64Array): void {
  let highest = -Infinity
  for (const one of scores) if (one > highest) highest = one
  let sum = 0
  for (let label = 0; label < scores.length; label++) {
    const raised = Math.exp((scores[label] as number) - highest)
    scores[label] = raised
    sum += raised
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] as number) / sum
}
