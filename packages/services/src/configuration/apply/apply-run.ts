import type { MunicipalityTransaction } from '@signalen/database'
import type { SectionName } from '../configuration.ts'
import type { RowChange } from '../plan-import.ts'
import { SECTIONS } from '../sections.ts'
import type { StoredIds } from '../stored/read-stored.ts'

/** An import under way: its transaction, and the ids of all rows that are there so far. */
export interface ApplyRun {
  readonly db: MunicipalityTransaction
  readonly now: Date
  readonly ids: StoredIds
  /** Of each category that gets another icon, by its key, the file in the store. */
  readonly iconFiles: ReadonlyMap<string, string>
}

/** PostgreSQL takes 65,535 values in one statement; this leaves room for wide rows. */
const ROWS_PER_STATEMENT = 500

export function idOf(run: ApplyRun, section: SectionName, key: string): number {
  const id = run.ids[section].get(key)
  if (id === undefined)
    throw new Error(`The import refers to a ${SECTIONS[section].label} that is not there.`)
  return id
}

/** Inserts in the order of the file and notes the ids under the keys of the rows. */
export async function insertRows<Name extends SectionName>(
  run: ApplyRun,
  changes: readonly RowChange<Name>[],
  insert: (batch: readonly RowChange<Name>[]) => Promise<readonly { readonly id: number }[]>,
): Promise<void> {
  for (const batch of chunk(changes)) {
    const inserted = await insert(batch)
    batch.forEach(({ section, key }, index) => {
      run.ids[section].set(key, inserted[index]?.id ?? 0)
    })
  }
}

export async function insertBatches<Row>(
  rows: readonly Row[],
  insert: (batch: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (const batch of chunk(rows)) await insert(batch)
}

export function chunk<Row>(rows: readonly Row[]): (readonly Row[])[] {
  const count = Math.ceil(rows.length / ROWS_PER_STATEMENT)
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * ROWS_PER_STATEMENT, (index + 1) * ROWS_PER_STATEMENT),
  )
}

export function splitChanges<Name extends SectionName>(
  changes: readonly RowChange<Name>[],
): { readonly added: readonly RowChange<Name>[]; readonly changed: readonly RowChange<Name>[] } {
  return {
    added: changes.filter(({ before }) => before === undefined),
    changed: changes.filter(({ before }) => before !== undefined),
  }
}
