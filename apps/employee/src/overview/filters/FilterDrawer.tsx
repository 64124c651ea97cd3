import { Actions, Button } from '@signalen/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { countSignals, facetsOptions } from '../../api/signals.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { type Filters, type ListQuery, toFilterParameters } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { usePrefetchList } from '../use-prefetch.ts'
import { FilterFields } from './FilterFields.tsx'
import { FacetProvider } from './facet-counts.tsx'

interface FilterDrawerProps {
  readonly query: ListQuery
  readonly onApply: (filters: Filters) => void
  readonly onClose: () => void
}

/** Every filter there is. How many reports are left is said while one chooses. */
export function FilterDrawer({ query, onApply, onClose }: FilterDrawerProps) {
  const messages = useMessages()
  const [chosen, setChosen] = useState(query.filters)
  const parameters = toFilterParameters({ filters: chosen, sorting: undefined }).toString()
  const { data: count, isError } = useQuery({
    queryKey: ['signals', 'count', parameters],
    queryFn: () => countSignals(parameters),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
  usePrefetchList({ ...query, filters: chosen, page: 1 })
  const { data: facets } = useQuery(facetsOptions(parameters))
  function submit(event: FormEvent) {
    event.preventDefault()
    onApply(chosen)
  }
  return (
    <Dialog title={messages.filters.title} onClose={onClose} isDrawer className="filter-drawer">
      <form className="filter-drawer__form" onSubmit={submit}>
        <FacetProvider value={facets}>
          <FilterFields filters={chosen} onChange={setChosen} />
        </FacetProvider>
        <Actions className="filter-drawer__actions">
          <Button type="submit" purpose="primary">
            {count === undefined || isError ? messages.filters.apply : messages.filters.showCount(count)}
          </Button>
          <Button purpose="subtle" onClick={() => setChosen({})}>
            {messages.filters.clear}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
