import { VisuallyHidden } from '@signalen/ui'
import { StaffIcon } from '../components/StaffIcon.tsx'
import type { ListQuery, Sorting } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import type { Column } from './columns.tsx'

interface SortHeaderProps {
  readonly column: Pick<Column, 'name' | 'ordering' | 'startsDescending'>
  readonly query: ListQuery
  readonly onChange: (query: ListQuery) => void
}

/** The heading of a column; a button where the API can sort by it. */
export function SortHeader({ column, query, onChange }: SortHeaderProps) {
  const { overview } = useMessages()
  const name = overview.fields[column.name]
  const { ordering } = column
  // A search has its own order: what fits best first.
  if (!ordering || (query.words && ordering !== 'created_at')) {
    return (
      <th scope="col" className={`signals__${column.name}`}>
        {name}
      </th>
    )
  }
  const sorting = query.sorting?.by === ordering ? query.sorting : undefined
  return (
    <th scope="col" className={`signals__${column.name}`} aria-sort={toAriaSort(sorting)}>
      <button
        type="button"
        className="sort-button"
        title={overview.sortBy(name)}
        onClick={() => onChange({ ...query, sorting: nextSorting(column, sorting), page: 1 })}
      >
        {column.name === 'priority' ? (
          <>
            <StaffIcon name="urgent" />
            <VisuallyHidden>{name}</VisuallyHidden>
          </>
        ) : (
          name
        )}
        {sorting && <StaffIcon name={sorting.isDescending ? 'down' : 'up'} />}
      </button>
    </th>
  )
}

function toAriaSort(sorting: Sorting | undefined): 'ascending' | 'descending' | undefined {
  if (!sorting) return undefined
  return sorting.isDescending ? 'descending' : 'ascending'
}

/** One way round, the other way round, and back to how it was. */
export function nextSorting(
  column: Pick<Column, 'ordering' | 'startsDescending'>,
  sorting: Sorting | undefined,
): Sorting | undefined {
  if (!column.ordering) return undefined
  const first = column.startsDescending ?? false
  if (!sorting) return { by: column.ordering, isDescending: first }
  return sorting.isDescending === first ? { by: column.ordering, isDescending: !first } : undefined
}
