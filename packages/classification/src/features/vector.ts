import type { FeatureTable } from '../model/types.ts'
import type { Features } from './extract.ts'
import { NAMESPACES } from './extract.ts'
import { findRow } from './table.ts'

export interface Vector {
  readonly rows: Int32Array
  readonly values: Float32Array
  /** Index of the word that each feature came from. */
  readonly sources: Int32Array
}

/** How loudly each kind of feature speaks; within a kind the values have length one. */
const LOUDNESS = { word: 1, pair: 0.5, letters: 0.7, concept: 1.2, conceptPair: 0.8 } as const

export function createVector(features: Features, table: FeatureTable, rarity: Float32Array): Vector {
  const counts = new Map<number, { count: number; namespace: number; source: number }>()
  features.hashes.forEach((hash, index) => {
    const row = findRow(table, hash)
    if (row === -1) return
    const known = counts.get(row)
    if (known !== undefined) known.count++
    else {
      const [namespace, source] = [features.namespaces[index] ?? 0, features.sources[index] ?? -1]
      counts.set(row, { count: 1, namespace, source })
    }
  })
  const vector: Vector = {
    rows: new Int32Array(counts.size),
    values: new Float32Array(counts.size),
    sources: new Int32Array(counts.size),
  }
  const squares = new Float64Array(NAMESPACES.length)
  let at = 0
  for (const [row, { count, namespace, source }] of counts) {
    const value = (1 + Math.log(count)) * (rarity[row] ?? 0)
    squares[namespace] = (squares[namespace] ?? 0) + value * value
    vector.rows[at] = row
    vector.values[at] = value
    vector.sources[at++] = source
  }
  const factors = NAMESPACES.map((name, index) => LOUDNESS[name] / Math.sqrt(squares[index] || 1))
  at = 0
  for (const { namespace } of counts.values()) {
    vector.values[at] = (vector.values[at] ?? 0) * (factors[namespace] ?? 0)
    at++
  }
  return vector
}
