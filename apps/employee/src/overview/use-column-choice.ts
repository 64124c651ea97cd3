import { useSharedChoice } from '../state/use-shared-choice.ts'
import { COLUMNS, type ColumnName, STANDARD_COLUMNS } from './columns.tsx'

function isColumnChoice(value: unknown): value is readonly ColumnName[] {
  return Array.isArray(value) && value.every((name) => COLUMNS.some((column) => column.name === name))
}

/** Which columns one wants to see, on this device. */
export function useColumnChoice(): [readonly ColumnName[], (names: readonly ColumnName[]) => void] {
  return useSharedChoice<readonly ColumnName[]>('columns', STANDARD_COLUMNS, isColumnChoice)
}
