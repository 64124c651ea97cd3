import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { type LoadedSignal, signalOptions } from '../api/signals.ts'
import { type LiveSignal, openLiveStream } from './live-stream.ts'
import { versionOf } from './version-of.ts'

const listeners = new Set<() => void>()
let isConnected = false

function setConnected(next: boolean): void {
  if (next === isConnected) return
  isConnected = next
  for (const listener of listeners) listener()
}

/** Whether changes are told as they happen; if not, screens ask from time to time. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isConnected,
  )
}

const LISTS_AFTER_MILLISECONDS = 3000

/** Keeps what is on the screen up to date with what happens. A list itself stays where it is. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function countAnew() {
      clearTimeout(timer)
      timer = setTimeout(() => {
        void client.invalidateQueries({ queryKey: ['signals', 'count'] })
      }, LISTS_AFTER_MILLISECONDS)
    }
    const stop = openLiveStream({
      onSignals(signals) {
        for (const signal of signals) refreshOne(client, signal)
        void client.invalidateQueries({ queryKey: ['news'] })
        countAnew()
      },
      onReset() {
        void client.invalidateQueries({ queryKey: ['news'] })
        void client.invalidateQueries({ queryKey: ['signals', 'one'] })
        countAnew()
      },
      onConnection: setConnected,
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
}

/** Only what is known here, and not what one changed oneself. */
function refreshOne(client: QueryClient, { id, version }: LiveSignal): void {
  const { queryKey } = signalOptions(id)
  const known = client.getQueryData<LoadedSignal>(queryKey)
  if (!known || versionOf(known.etag) >= version) return
  void client.invalidateQueries({ queryKey })
}
