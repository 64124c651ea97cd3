import { useCallback, useRef, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A choice of how things are shown, kept on this device and the same wherever it is asked for. */
export function useSharedChoice<Value>(
  key: string,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): [Value, (value: Value) => void] {
  const name = `signalen-${key}`
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(name))
  const known = useRef<{ readonly text: string | null; readonly value: Value }>(undefined)
  if (known.current?.text !== text) known.current = { text, value: parse(text, initial, isValid) }
  const change = useCallback(
    (next: Value) => {
      localStorage.setItem(name, JSON.stringify(next))
      for (const listener of listeners) listener()
    },
    [name],
  )
  return [known.current?.value ?? initial, change]
}

function parse<Value>(
  text: string | null,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): Value {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    return isValid(stored) ? stored : initial
  } catch {
    return initial
  }
}
