import type { FeatureTable } from '../model/types.ts'

const EMPTY = -1

/** An open-addressed table from hash to row; small, and quick to build when a model is loaded; `room` for more to come. */
export function createTable(hashes: Uint32Array, room = hashes.length): FeatureTable {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(room * 2 + 2))).fill(EMPTY)
  const mask = slots.length - 1
  hashes.forEach((hash, row) => {
    let slot = hash & mask
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask
    slots[slot] = row
  })
  return { hashes, slots }
}

/** The row of a feature, or -1 when the model does not know it. */
export function findRow(table: FeatureTable, hash: number): number {
  const mask = table.slots.length - 1
  let slot = hash & mask
  for (;;) {
    const row = table.slots[slot] ?? EMPTY
    if (row === EMPTY || table.hashes[row] === hash) return row
    slot = (slot + 1) & mask
  }
}
