import { useRef, useState } from 'react'
import { useCommands } from '../commands/command-store.ts'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { isFiltered, type ListQuery } from '../filters/list-query.ts'
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
  const { commands, overview } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ f: () => setIsOpen(true), '/': () => field.current?.focus() })
  useCommands([
    {
      id: 'filters',
      label: commands.filters,
      group: commands.list,
      shortcut: 'f',
      run: () => setIsOpen(true),
    },
  ])
  const count = Object.keys(query.filters).length
  return (
    <div className="toolbar">
      <SearchForm
        words={query.words}
        field={field}
        onSearch={(words) => onChange({ ...query, words, sorting: undefined, page: 1 })}
      />
      <button type="button" className="tool-button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <StaffIcon name="filter" />
        {isFiltered(query.filters) ? overview.filtersWith(count) : overview.filters}
      </button>
      <ViewChoice />
      <ColumnChoice />
      {isOpen && (
        <FilterDrawer
          query={query}
          onClose={() => setIsOpen(false)}
          onApply={(filters) => {
            setIsOpen(false)
            onChange({ ...query, filters, page: 1 })
          }}
        />
      )}
    </div>
  )
}
