import { SelectField } from '@signalen/ui'
import { type ListQuery, readSorting, writeSorting } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { COLUMN_NAMES } from './column-names.ts'
import { COLUMNS } from './columns.tsx'

interface SortSelectProps {
  readonly query: ListQuery
  readonly onChange: (query: ListQuery) => void
}

const DEFAULT_ORDERING = '-created_at'

/** Sorting where there are no columns to click on. */
export function SortSelect({ query, onChange }: SortSelectProps) {
  const { overview } = useMessages()
  const options = COLUMN_NAMES.flatMap((name) => {
    const { ordering } = COLUMNS[name]
    if (!ordering || (query.words && ordering !== 'created_at')) return []
    const label = overview.fields[name]
    return [
      { value: ordering, label: `${label} ↑` },
      { value: `-${ordering}`, label: `${label} ↓` },
    ]
  })
  return (
    <SelectField
      id="sort"
      name="sort"
      label={overview.sortLabel}
      options={options}
      value={writeSorting(query.sorting) ?? DEFAULT_ORDERING}
      onChange={(event) => onChange({ ...query, sorting: readSorting(event.target.value), page: 1 })}
    />
  )
}
