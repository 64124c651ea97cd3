import type { Features } from './extract.ts'
import { createTable, findRow } from './table.ts'

/** In how many texts each feature stands, in typed arrays: there are several hundred thousand of them. */
export interface FeatureCounts {
  hashes: Uint32Array
  namespaces: Uint8Array
  /** In texts that ship, in own reports, and in those that the calibration is not judged on. */
  shipped: Uint32Array
  own: Uint32Array
  learnt: Uint32Array
  slots: Int32Array
  size: number
}

export interface CountedText {
  readonly own: boolean
  readonly isHeldBack: boolean
}

const EMPTY = -1
const FIRST_SIZE = 1 << 15

export function createFeatureCounts(): FeatureCounts {
  return {
    hashes: new Uint32Array(FIRST_SIZE),
    namespaces: new Uint8Array(FIRST_SIZE),
    shipped: new Uint32Array(FIRST_SIZE),
    own: new Uint32Array(FIRST_SIZE),
    learnt: new Uint32Array(FIRST_SIZE),
    slots: new Int32Array(FIRST_SIZE * 2).fill(EMPTY),
    size: 0,
  }
}

/** Counts each feature of a text once. */
export function countFeatures(counts: FeatureCounts, features: Features, text: CountedText): void {
  const seen = new Set<number>()
  features.hashes.forEach((hash, at) => {
    if (seen.has(hash)) return
    seen.add(hash)
    const row = findOrAdd(counts, hash, features.namespaces[at] ?? 0)
    const totals = text.own ? counts.own : counts.shipped
    totals[row] = (totals[row] ?? 0) + 1
    if (!text.isHeldBack) counts.learnt[row] = (counts.learnt[row] ?? 0) + 1
  })
}

function findOrAdd(counts: FeatureCounts, hash: number, namespace: number): number {
  const known = findRow(counts, hash)
  if (known !== EMPTY) return known
  if (counts.size === counts.hashes.length) grow(counts)
  const row = counts.size++
  counts.hashes[row] = hash
  counts.namespaces[row] = namespace
  const mask = counts.slots.length - 1
  let slot = hash & mask
  while (counts.slots[slot] !== EMPTY) slot = (slot + 1) & mask
  counts.slots[slot] = row
  return row
}

function grow(counts: FeatureCounts): void {
  const size = counts.hashes.length * 2
  counts.hashes = widen(counts.hashes, new Uint32Array(size))
  counts.namespaces = widen(counts.namespaces, new Uint8Array(size))
  counts.shipped = widen(counts.shipped, new Uint32Array(size))
  counts.own = widen(counts.own, new Uint32Array(size))
  counts.learnt = widen(counts.learnt, new Uint32Array(size))
  counts.slots = createTable(counts.hashes.subarray(0, counts.size), size).slots
}

function widen<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
