import { useMemo } from 'react'
import { usePreferences } from '../preferences/use-preferences.ts'
import { toColumnNames } from './column-choice.ts'
import type { ColumnName } from './column-names.ts'
import { STANDARD_COLUMNS } from './columns.tsx'

/** Which columns one wants to see, in their order; null brings the standard back. */
export function useColumnChoice(): [readonly ColumnName[], (names: readonly ColumnName[] | null) => void] {
  const { preferences, change } = usePreferences()
  const chosen = useMemo(() => toColumnNames(preferences.columns) ?? STANDARD_COLUMNS, [preferences.columns])
  return [chosen, (names) => change({ columns: names && [...names] })]
}
