import type { SignalFilterName } from '@signalen/domain'
import { type ReactNode, useState } from 'react'
import type { Filters } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'

interface FilterGroupProps {
  readonly title: string
  readonly names: readonly SignalFilterName[]
  readonly filters: Filters
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** Filters that belong together; open when something in it is chosen. */
export function FilterGroup({ title, names, filters, isOpen = false, children }: FilterGroupProps) {
  const texts = useMessages().filters
  const count = names.reduce((sum, name) => sum + (filters[name]?.length ?? 0), 0)
  const [startsOpen] = useState(isOpen || count > 0)
  return (
    <details className="filter-group" open={startsOpen}>
      <summary className="filter-group__summary">
        {title}
        {count > 0 && <span className="filter-group__count">{texts.chosen(count)}</span>}
      </summary>
      <div className="filter-group__fields">{children}</div>
    </details>
  )
}
