import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { Waiting } from '../app/Waiting.tsx'
import { SessionOverDialog } from './SessionOverDialog.tsx'
import { SignInPage } from './SignInPage.tsx'
import {
  announceSignIn,
  listenForSignIn,
  readSessionState,
  refreshSession,
  subscribeToSession,
} from './session-store.ts'

export function useSessionState() {
  return useSyncExternalStore(subscribeToSession, readSessionState)
}

/** Nothing of the app without a session; and when it ends, a way back in front of what was on the screen. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const state = useSessionState()
  useEffect(() => {
    void refreshSession().then(() => {
      if (readSessionState().kind === 'signed-in') announceSignIn()
    })
    return listenForSignIn()
  }, [])
  switch (state.kind) {
    case 'loading':
      return <Waiting />
    case 'unreachable':
    case 'signed-out':
      return <SignInPage isReachable={state.kind === 'signed-out'} />
    case 'signed-in':
      return children
    case 'over':
      return (
        <>
          {children}
          <SessionOverDialog />
        </>
      )
  }
}
