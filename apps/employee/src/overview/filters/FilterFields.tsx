import { Fragment } from 'react'
import type { Filters } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { FilterGroup } from './FilterGroup.tsx'
import { FILTER_CONTROLS } from './filter-controls.tsx'
import { FILTER_GROUP_NAMES, FILTER_GROUPS } from './filter-groups.ts'

export interface FilterFieldProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

export function FilterFields(props: FilterFieldProps) {
  const { groups } = useMessages().filters
  return (
    <>
      {FILTER_GROUP_NAMES.map((group) => (
        <FilterGroup
          key={group}
          title={groups[group]}
          names={FILTER_GROUPS[group]}
          filters={props.filters}
          isOpen={group === 'work'}
        >
          {FILTER_GROUPS[group].map((name) => (
            <Fragment key={name}>{FILTER_CONTROLS[name](props)}</Fragment>
          ))}
        </FilterGroup>
      ))}
    </>
  )
}
