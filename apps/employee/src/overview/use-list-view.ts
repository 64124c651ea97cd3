import { useSharedChoice } from '../state/use-shared-choice.ts'

export const LIST_VIEWS = ['list', 'both', 'map'] as const
export type ListView = (typeof LIST_VIEWS)[number]

function isListView(value: unknown): value is ListView {
  return LIST_VIEWS.some((view) => view === value)
}

export function useListView(): [ListView, (view: ListView) => void] {
  return useSharedChoice<ListView>('list-view', 'list', isListView)
}
