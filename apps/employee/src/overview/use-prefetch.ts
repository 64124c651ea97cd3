import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { signalOptions, signalPageOptions } from '../api/signals.ts'
import { type ListQuery, toApiQuery } from '../filters/list-query.ts'

const RESTS_MILLISECONDS = 80

/** What one rests upon is fetched, so that it is there when it is opened; passing over it fetches nothing. */
export function usePrefetch(id: number | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (id === undefined) return
    const timer = setTimeout(() => void client.prefetchQuery(signalOptions(id)), RESTS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [client, id])
}

/** The list of a filter that is about to be chosen. */
export function usePrefetchList(query: ListQuery | undefined): void {
  const client = useQueryClient()
  const asked = query && toApiQuery(query)
  const [path, parameters] = [asked?.path, asked?.query]
  useEffect(() => {
    if (path === undefined || parameters === undefined) return
    const timer = setTimeout(
      () => void client.prefetchQuery(signalPageOptions(path, parameters)),
      RESTS_MILLISECONDS,
    )
    return () => clearTimeout(timer)
  }, [client, path, parameters])
}
