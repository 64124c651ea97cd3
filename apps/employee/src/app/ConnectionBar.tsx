import { useSyncExternalStore } from 'react'
import { useMessages } from '../language/language-context.tsx'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Quietly there while there is no connection. */
export function ConnectionBar() {
  const { shell } = useMessages()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return <div role="status">{!isOnline && <p className="connection-bar">{shell.offline}</p>}</div>
}
