import type { SparseWeights } from './types.ts'

const LARGEST = 127

/** Weights as whole numbers from -127 to 127 with a scale per feature; the smallest are left out. */
export function compressWeights(weights: Float32Array, labels: number, threshold: number): SparseWeights {
  const rows = weights.length / labels
  const starts = new Uint32Array(rows + 1)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const part = weights.subarray(row * labels, (row + 1) * labels)
    const scale = part.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / LARGEST || 1
    const kept = part.reduce((count, one) => count + (isKept(one, scale, threshold) ? 1 : 0), 0)
    scales[row] = scale
    starts[row + 1] = (starts[row] ?? 0) + kept
  }
  return { starts, scales, ...fill(weights, { starts, scales }, labels, threshold) }
}

function isKept(weight: number, scale: number, threshold: number): boolean {
  return Math.abs(weight) >= threshold && Math.round(weight / scale) !== 0
}

function fill(
  weights: Float32Array,
  { starts, scales }: Pick<SparseWeights, 'starts' | 'scales'>,
  labels: number,
  threshold: number,
): Pick<SparseWeights, 'labels' | 'values'> {
  const total = starts.at(-1) ?? 0
  const [keptLabels, keptValues] = [new Uint16Array(total), new Int8Array(total)]
  let at = 0
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] as number
    const scale = scales[Math.floor(place / labels)] as number
    if (!isKept(weight, scale, threshold)) continue
    keptLabels[at] = place % labels
    keptValues[at++] = Math.round(weight / scale)
  }
  return { labels: keptLabels, values: keptValues }
}
