import type { FeatureTable } from '../model/types.ts'
import type { Features } from './extract.ts'
import { NAMESPACES, type Namespace } from './extract.ts'
import { findRow } from './table.ts'

export interface Vector {
  readonly rows: Int32Array
  readonly values: Float32Array
  /** Index of the word that each feature came from. */
  readonly sources: Int32Array
}

/** How loudly each kind of feature speaks. */
const LOUDNESS = { word: 1, pair: 0.5, letters: 0.7, concept: 1.2, conceptPair: 0.8 } as const

/** The length that the values of a kind usually have together. */
const USUAL_LENGTH = { word: 18, pair: 20, letters: 50, concept: 12, conceptPair: 20 } as const
const EVENNESS = 0.4

/**
 * Only part of the length is taken away: a report among many idle words speaks more softly than a short one, but
 * not as softly as if every word were diluted in full.
 */
function findLength(namespace: Namespace, squares: number): number {
  return (Math.sqrt(squares) || 1) ** EVENNESS * USUAL_LENGTH[namespace] ** (1 - EVENNESS)
}

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
  const factors = NAMESPACES.map((name, index) => LOUDNESS[name] / findLength(name, squares[index] ?? 0))
  at = 0
  for (const { namespace } of counts.values()) {
    vector.values[at] = (vector.values[at] ?? 0) * (factors[namespace] ?? 0)
    at++
  }
  return vector
}
