import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { keepSending, readOutbox, subscribeToOutbox, type Waiting } from './outbox.ts'
import { putDownWhenOver } from './taken-along.ts'

export function useOutbox(): readonly Waiting[] {
  return useSyncExternalStore(subscribeToOutbox, readOutbox)
}

/** Sends what waits, and shows what came of it. */
export function useSendingOutbox(email: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (email === undefined) return
    void putDownWhenOver(email)
    return keepSending(email, (id) => void client.invalidateQueries({ queryKey: ['signals', 'one', id] }))
  }, [client, email])
}
