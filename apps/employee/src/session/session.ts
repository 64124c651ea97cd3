import { RequestRefused } from '../api/failures.ts'
import { read } from '../api/request.ts'
import { putDown } from '../field/taken-along.ts'
import { forgetCopy } from '../preferences/preferences-api.ts'
import { clearDrafts } from '../state/use-draft.ts'

export interface Session {
  readonly email: string
  readonly csrfToken: string
}

/** The session of this browser; `null` when nobody is signed in. */
export async function fetchSession(): Promise<Session | null> {
  const response = await fetch('/auth/session', {
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  })
  if (response.status === 401) return null
  if (!response.ok) throw new RequestRefused(response.status, undefined)
  const body: { email: string; csrf_token: string } = await response.json()
  return { email: body.email, csrfToken: body.csrf_token }
}

/** Where to go to sign in and come back to the page that one is on. */
export function signInAddress(returnTo: string): string {
  return `/auth/login?return=${encodeURIComponent(returnTo)}`
}

export async function signOut(): Promise<void> {
  const { location } = await read<{ location: string }>('/auth/logout', { method: 'POST' })
  clearDrafts()
  forgetCopy()
  await putDown()
  window.location.assign(location)
}
