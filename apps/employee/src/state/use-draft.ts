import { useCallback, useEffect, useRef, useState } from 'react'

const PREFIX = 'signalen-draft:'

/**
 * What someone is typing, kept in this tab until it is sent: a reload, a session that ends or a wrong click
 * loses nothing. It goes when the tab goes, as it may hold personal data.
 */
export function useDraft<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const first = useRef(initial)
  const [value, setValue] = useState(() => readDraft(key, initial))
  const [loadedKey, setLoadedKey] = useState(key)
  if (loadedKey !== key) {
    setLoadedKey(key)
    setValue(readDraft(key, initial))
  }
  const change = useCallback(
    (next: Value) => {
      setValue(next)
      sessionStorage.setItem(PREFIX + key, JSON.stringify(next))
    },
    [key],
  )
  const clear = useCallback(() => {
    sessionStorage.removeItem(PREFIX + key)
    setValue(first.current)
  }, [key])
  return [value, change, clear]
}

export function hasDraft(key: string): boolean {
  return sessionStorage.getItem(PREFIX + key) !== null
}

function readDraft<Value>(key: string, initial: Value): Value {
  const stored = sessionStorage.getItem(PREFIX + key)
  if (stored === null) return initial
  try {
    return JSON.parse(stored)
  } catch {
    return initial
  }
}

/** Drafts of one person are not for the next: signing out leaves none behind. */
export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}

/** Warns before the window is closed while something has not been sent. */
export function useUnloadWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isOn])
}
