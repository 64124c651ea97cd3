import { usePreferences } from '../preferences/use-preferences.ts'

export const LIST_VIEWS = ['list', 'both', 'map'] as const
export type ListView = (typeof LIST_VIEWS)[number]

export function useListView(): [ListView, (view: ListView) => void] {
  const { preferences, change } = usePreferences()
  return [preferences.list_view ?? 'list', (view) => change({ list_view: view })]
}
