import type { SectionName, StoredRow } from '../configuration.ts'

/** Rows of one kind as they are stored, oldest first, and beside each its id. */
export interface StoredRows<Name extends SectionName> {
  readonly rows: readonly StoredRow<Name>[]
  readonly ids: readonly number[]
}

/** Takes the id off each row. */
export function splitIds<Name extends SectionName>(
  found: readonly { readonly id: number; readonly row: StoredRow<Name> }[],
): StoredRows<Name> {
  return { rows: found.map(({ row }) => row), ids: found.map(({ id }) => id) }
}

export function groupBy<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => number,
  pick: (item: Item) => Value,
): (key: number) => Value[] {
  const groups = Map.groupBy(items, keyOf)
  return (key) => groups.get(key)?.map(pick) ?? []
}
