import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import {
  type ListQuery,
  readListQuery,
  readSorting,
  writeListQuery,
  writeSorting,
} from '../filters/list-query.ts'
import { usePreferences } from '../preferences/use-preferences.ts'

/**
 * The list as the address says; changing it changes the address, and back is back. What the address does not say
 * of the order is as this person likes it: how one sorts a list is how one finds the next.
 */
export function useListQuery(): [ListQuery, (query: ListQuery) => void] {
  const [parameters, setParameters] = useSearchParams()
  const { preferences, change } = usePreferences()
  const { ordering } = preferences
  const query = useMemo(() => withOwnOrder(readListQuery(parameters), ordering), [parameters, ordering])
  const set = useCallback(
    (next: ListQuery) => {
      const wanted = writeSorting(next.sorting) ?? null
      // A search has an order of its own, which says nothing about lists.
      if (!next.words && !query.words && wanted !== (writeSorting(query.sorting) ?? null)) {
        change({ ordering: wanted })
      }
      setParameters(writeListQuery(next))
    },
    [change, query, setParameters],
  )
  return [query, set]
}

/** A list as this person would see it. */
export function useOwnOrder(): (query: ListQuery) => ListQuery {
  const { ordering } = usePreferences().preferences
  return useCallback((query) => withOwnOrder(query, ordering), [ordering])
}

export function withOwnOrder(query: ListQuery, ordering: string | null): ListQuery {
  return query.sorting || query.words ? query : { ...query, sorting: readSorting(ordering) }
}
