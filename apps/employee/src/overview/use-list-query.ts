import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type ListQuery, readListQuery, writeListQuery } from '../filters/list-query.ts'

/** The list as the address says; changing it changes the address, and back is back. */
export function useListQuery(): [ListQuery, (query: ListQuery) => void] {
  const [parameters, setParameters] = useSearchParams()
  const query = useMemo(() => readListQuery(parameters), [parameters])
  const change = useCallback((next: ListQuery) => setParameters(writeListQuery(next)), [setParameters])
  return [query, change]
}
