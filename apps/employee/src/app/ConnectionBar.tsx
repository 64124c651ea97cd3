import { useSyncExternalStore } from 'react'
import { isConnected, subscribeToConnection } from '../api/connection.ts'
import { useMessages } from '../language/language-context.tsx'

/** Quietly there while there is no connection. */
export function ConnectionBar() {
  const { shell } = useMessages()
  const isOnline = useSyncExternalStore(subscribeToConnection, isConnected)
  return <div role="status">{!isOnline && <p className="connection-bar">{shell.offline}</p>}</div>
}
