import { connectSession } from '../api/request.ts'
import { fetchSession, type Session } from './session.ts'

export type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  /** It ended while someone was at work: what is on the screen stays, until they are back. */
  | { readonly kind: 'over'; readonly session: Session }

type Listener = () => void

const listeners = new Set<Listener>()
const waiting = new Set<() => void>()
let state: SessionState = { kind: 'loading' }

export function subscribeToSession(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function readSessionState(): SessionState {
  return state
}

function change(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
  if (next.kind === 'signed-in') resume()
}

function resume(): void {
  for (const done of waiting) done()
  waiting.clear()
}

/** Looks whether there is a session, at the start and after signing in. */
export async function refreshSession(): Promise<void> {
  const before = state
  const session = await fetchSession().catch(() => undefined)
  if (session === undefined) {
    if (before.kind === 'loading') change({ kind: 'unreachable' })
    return
  }
  change(nextState(before, session))
}

function nextState(before: SessionState, session: Session | null): SessionState {
  const earlier = before.kind === 'signed-in' || before.kind === 'over' ? before.session : undefined
  if (session === null) return earlier ? { kind: 'over', session: earlier } : { kind: 'signed-out' }
  // Somebody else may not see what the one before had on the screen.
  if (earlier && earlier.email !== session.email) window.location.assign('/manage/')
  return { kind: 'signed-in', session }
}

connectSession({
  findCsrfToken: () => (state.kind === 'signed-in' ? state.session.csrfToken : undefined),
  waitForSignIn: () =>
    new Promise((resolve) => {
      waiting.add(resolve)
      if (state.kind === 'signed-in') change({ kind: 'over', session: state.session })
    }),
})

const CHANNEL = 'signalen-session'

/** Another tab or window of this browser signed in: this one can go on. */
export function listenForSignIn(): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', () => void refreshSession())
  return () => channel.close()
}

export function announceSignIn(): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('signed-in')
  channel.close()
}
