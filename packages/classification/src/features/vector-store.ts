import type { Vector } from './vector.ts'

const FIRST_SIZE = 1 << 16

/**
 * Many vectors one after the other in two arrays that grow: tens of thousands of small arrays would cost more
 * memory for themselves than for what is in them.
 */
export interface VectorStore {
  rows: Int32Array
  values: Float32Array
  /** Where each vector starts; one more than there are vectors. */
  readonly starts: number[]
}

export function createVectorStore(): VectorStore {
  return { rows: new Int32Array(FIRST_SIZE), values: new Float32Array(FIRST_SIZE), starts: [0] }
}

export function addVector(store: VectorStore, vector: Vector): void {
  const start = store.starts.at(-1) ?? 0
  const end = start + vector.rows.length
  if (end > store.rows.length) grow(store, end)
  store.rows.set(vector.rows, start)
  store.values.set(vector.values, start)
  store.starts.push(end)
}

function grow(store: VectorStore, needed: number): void {
  const size = Math.max(needed, Math.ceil(store.rows.length * 1.5))
  const [rows, values] = [new Int32Array(size), new Float32Array(size)]
  rows.set(store.rows)
  values.set(store.values)
  store.rows = rows
  store.values = values
}
