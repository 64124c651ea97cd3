import { afterEach, expect, test, vi } from 'vitest'
import { findDevicePreferences, forgetDevicePreferences } from './device-preferences.ts'

function keepOnDevice(items: Record<string, string>): Map<string, string> {
  const kept = new Map(Object.entries(items))
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
  })
  return kept
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('finds what an earlier version kept on the device, and forgets it', () => {
  const kept = keepOnDevice({
    'signalen-start-page': '"/incidents?status=m"',
    'signalen-columns': '["status","text"]',
    'signalen-list-view': '"both"',
    'signalen-shortcuts': 'off',
  })
  expect(findDevicePreferences()).toEqual({
    start_page: '/incidents?status=m',
    columns: ['status', 'text'],
    list_view: 'both',
  })
  forgetDevicePreferences()
  expect([...kept.keys()]).toEqual(['signalen-shortcuts'])
})

test('passes over what is no choice', () => {
  keepOnDevice({ 'signalen-start-page': '""', 'signalen-columns': '{', 'signalen-list-view': '"boek"' })
  expect(findDevicePreferences()).toBeUndefined()
})
