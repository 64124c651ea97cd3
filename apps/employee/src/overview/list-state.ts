import type { SignalListItem } from '@signalen/contract'

/** What a report knows of the list that it was opened from; it travels with the entry in the history. */
export interface ListState {
  /** The query string of the list. */
  readonly list: string
  readonly ids: readonly number[]
}

export function toListState(list: string, signals: readonly SignalListItem[]): ListState {
  return { list, ids: signals.map(({ id }) => id) }
}

export function readListState(state: unknown): ListState | undefined {
  if (typeof state !== 'object' || state === null) return undefined
  const { list, ids } = state as Partial<ListState>
  return typeof list === 'string' && Array.isArray(ids) ? { list, ids } : undefined
}

const LAST_OPENED = 'signalen-last-opened'

/** So that the list finds the same row again. */
export function rememberOpened(id: number): void {
  sessionStorage.setItem(LAST_OPENED, String(id))
}

export function findLastOpened(): number | undefined {
  return Number(sessionStorage.getItem(LAST_OPENED)) || undefined
}
