import { Icon } from '@signalen/ui'
import { useState } from 'react'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { describeFilters } from '../filters/describe-filters.ts'
import { isFiltered, type ListQuery, toggleValue } from '../filters/list-query.ts'
import { useFilterNames } from '../filters/use-filter-names.ts'
import { useLanguage } from '../language/language-context.tsx'
import { SaveFilterDialog } from './filters/SaveFilterDialog.tsx'

interface ActiveFiltersProps {
  readonly query: ListQuery
  readonly onChange: (query: ListQuery) => void
}

/** What the list is narrowed to, each part to be taken away again. */
export function ActiveFilters({ query, onChange }: ActiveFiltersProps) {
  const { language, messages } = useLanguage()
  const { overview } = messages
  const names = useFilterNames()
  const [isSaving, setIsSaving] = useState(false)
  if (!query.words && !isFiltered(query.filters)) return null
  const chips = describeFilters(query.filters, { names, messages, language })
  return (
    <div className="chips">
      {query.words && (
        <button type="button" className="chip" onClick={() => onChange({ ...query, words: '', page: 1 })}>
          “{query.words}”
          <Icon name="close" />
          <span className="signalen-visually-hidden">{overview.searchClear}</span>
        </button>
      )}
      <ul className="chips__list" aria-label={overview.activeFilters}>
        {chips.map(({ name, value, label }) => (
          <li key={`${name} ${value}`}>
            <button
              type="button"
              className="chip"
              aria-label={overview.removeFilter(label)}
              onClick={() =>
                onChange({ ...query, filters: toggleValue(query.filters, name, value), page: 1 })
              }
            >
              {label}
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="text-button"
        onClick={() => onChange({ ...query, filters: {}, words: '', page: 1 })}
      >
        {overview.clearFilters}
      </button>
      {isFiltered(query.filters) && (
        <button
          type="button"
          className="text-button"
          aria-haspopup="dialog"
          onClick={() => setIsSaving(true)}
        >
          <StaffIcon name="bookmark" />
          {overview.saveFilter}
        </button>
      )}
      {isSaving && <SaveFilterDialog filters={query.filters} onClose={() => setIsSaving(false)} />}
    </div>
  )
}
