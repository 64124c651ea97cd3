import type { PreferencesAnswer } from '@signalen/contract'
import { queryOptions } from '@tanstack/react-query'
import { read } from '../api/request.ts'
import { findDevicePreferences, forgetDevicePreferences } from './device-preferences.ts'

const PATH = '/signals/v1/private/me/preferences'
const COPY = 'signalen-preferences'

export type PreferenceChange = Partial<Omit<PreferencesAnswer, 'is_chosen'>>

/** How one likes to see things. What this device knew of it shows until the server answered. */
export const preferencesOptions = queryOptions({
  queryKey: ['preferences'],
  queryFn: fetchPreferences,
  initialData: readCopy,
  initialDataUpdatedAt: 0,
  staleTime: 10 * 60_000,
})

export function sendPreferences(change: PreferenceChange): Promise<PreferencesAnswer> {
  return read<PreferencesAnswer>(PATH, { method: 'PATCH', body: change })
}

/** What was chosen when choices were kept on the device goes along once. */
async function fetchPreferences(): Promise<PreferencesAnswer> {
  const found = await read<PreferencesAnswer>(PATH)
  const ofDevice = findDevicePreferences()
  const preferences = ofDevice && !found.is_chosen ? await sendPreferences(ofDevice) : found
  forgetDevicePreferences()
  keepCopy(preferences)
  return preferences
}

export function keepCopy(preferences: PreferencesAnswer): void {
  localStorage.setItem(COPY, JSON.stringify(preferences))
}

/** What one person likes is not for the next. */
export function forgetCopy(): void {
  localStorage.removeItem(COPY)
}

function readCopy(): PreferencesAnswer | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(COPY) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'is_chosen' in kept
      ? (kept as PreferencesAnswer)
      : undefined
  } catch {
    return undefined
  }
}
