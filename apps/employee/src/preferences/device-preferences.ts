import type { PreferenceChange } from './preferences-api.ts'

const KEYS = {
  start_page: 'signalen-start-page',
  columns: 'signalen-columns',
  list_view: 'signalen-list-view',
} as const

/** What earlier versions kept on the device itself; undefined when there is nothing of it. */
export function findDevicePreferences(): PreferenceChange | undefined {
  const startPage = readKept(KEYS.start_page)
  const columns = readKept(KEYS.columns)
  const view = readKept(KEYS.list_view)
  const found: PreferenceChange = {
    ...(typeof startPage === 'string' && startPage.startsWith('/incidents') && { start_page: startPage }),
    ...(Array.isArray(columns) && { columns: columns.map(String) }),
    ...((view === 'list' || view === 'both' || view === 'map') && { list_view: view }),
  }
  return Object.keys(found).length > 0 ? found : undefined
}

export function forgetDevicePreferences(): void {
  for (const key of Object.values(KEYS)) localStorage.removeItem(key)
}

function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return undefined
  }
}
