import type { SparseWeights } from './types.ts'

const LARGEST = 127

/** Weights as whole numbers from -127 to 127 with a scale per feature; the smallest are left out. */
export function compressWeights(weights: Float32Array, labels: number, threshold: number): SparseWeights {
  const rows = weights.length / labels
  const starts = new Uint32Array(rows + 1)
  const scales = new Float32Array(rows)
  const [keptLabels, keptValues]: [number[], number[]] = [[], []]
  for (let row = 0; row < rows; row++) {
    const part = weights.subarray(row * labels, (row + 1) * labels)
    const largest = part.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    const scale = largest / LARGEST || 1
    scales[row] = scale
    part.forEach((weight, label) => {
      const whole = Math.round(weight / scale)
      if (Math.abs(weight) < threshold || whole === 0) return
      keptLabels.push(label)
      keptValues.push(whole)
    })
    starts[row + 1] = keptLabels.length
  }
  return { starts, labels: Uint16Array.from(keptLabels), values: Int8Array.from(keptValues), scales }
}
