import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let current = ''

/** Says something to who listens instead of looks, and shows it for a moment to who looks. */
export function announce(text: string): void {
  show(text)
  setTimeout(() => {
    if (current === text) show('')
  }, 6000)
}

function show(text: string): void {
  current = text
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => current)
  return (
    <div className="announcer" role="status">
      {text && <p className="announcer__text">{text}</p>}
    </div>
  )
}
