import { COLUMN_NAMES, type ColumnName } from './column-names.ts'

/** Those that there are; another version may know others. */
export function toColumnNames(names: readonly string[] | null): readonly ColumnName[] | undefined {
  return names?.flatMap((name) => COLUMN_NAMES.find((known) => known === name) ?? [])
}

/** A column more stands at the end; one less leaves the others where they are. */
export function turnColumn(chosen: readonly ColumnName[], name: ColumnName): ColumnName[] {
  return chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]
}

export function moveColumn(chosen: readonly ColumnName[], name: ColumnName, step: 1 | -1): ColumnName[] {
  const from = chosen.indexOf(name)
  const to = from + step
  if (from === -1 || to < 0 || to >= chosen.length) return [...chosen]
  const others = chosen.filter((one) => one !== name)
  return [...others.slice(0, to), name, ...others.slice(to)]
}

/** What is chosen in its order, and then what more there is. */
export function listForChoice(chosen: readonly ColumnName[]): ColumnName[] {
  return [...chosen, ...COLUMN_NAMES.filter((name) => !chosen.includes(name))]
}
