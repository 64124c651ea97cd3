import { useRef, useState } from 'react'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { EMPTY_QUERY, isFiltered, type ListQuery } from '../filters/list-query.ts'
import { useShortcuts } from '../keyboard/use-shortcuts.ts'
import { useMessages } from '../language/language-context.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { FilterDrawer } from './filters/FilterDrawer.tsx'
import { SearchForm } from './SearchForm.tsx'
import { ViewChoice } from './ViewChoice.tsx'

interface ToolbarProps {
  readonly query: ListQuery
  readonly onChange: (query: ListQuery) => void
}

export function Toolbar({ query, onChange }: ToolbarProps) {
  const { overview } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ f: () => setIsOpen(true), '/': () => field.current?.focus() })
  const count = Object.keys(query.filters).length
  return (
    <div className="toolbar">
      <SearchForm
        words={query.words}
        field={field}
        onSearch={(words) => onChange({ ...EMPTY_QUERY, words })}
      />
      <button type="button" className="tool-button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <StaffIcon name="filter" />
        {isFiltered(query.filters) ? overview.filtersWith(count) : overview.filters}
      </button>
      <ViewChoice />
      <ColumnChoice />
      {isOpen && (
        <FilterDrawer
          filters={query.filters}
          onClose={() => setIsOpen(false)}
          onApply={(filters) => {
            setIsOpen(false)
            onChange({ ...query, filters, words: '', page: 1 })
          }}
        />
      )}
    </div>
  )
}
