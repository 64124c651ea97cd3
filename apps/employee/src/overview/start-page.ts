import { usePreferences } from '../preferences/use-preferences.ts'

/** Where one begins; '' is the list of everything. */
export function useStartPage(): [string, (address: string) => void] {
  const { preferences, change } = usePreferences()
  return [preferences.start_page ?? '', (address) => change({ start_page: address || null })]
}
