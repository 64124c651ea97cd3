const listeners = new Set<() => void>()
const AGAIN_MILLISECONDS = 5000

let isReachable = true
let timer: ReturnType<typeof setTimeout> | undefined

/** What the last request told of the server; while it cannot be reached, it is looked for. */
export function noteReachable(next: boolean): void {
  if (!next && timer === undefined) timer = setTimeout(lookAgain, AGAIN_MILLISECONDS)
  if (next === isReachable) return
  isReachable = next
  for (const listener of listeners) listener()
}

function lookAgain(): void {
  timer = undefined
  fetch('/auth/session', { credentials: 'same-origin' }).then(
    (response) => noteReachable(!response.headers.has('x-signalen-kept')),
    () => noteReachable(false),
  )
}

export function subscribeToConnection(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  listeners.add(listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
    listeners.delete(listener)
  }
}

export function isConnected(): boolean {
  return navigator.onLine && isReachable
}
