import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { signalOptions } from '../api/signals.ts'

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
