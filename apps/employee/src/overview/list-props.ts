import type { SignalListItem } from '@signalen/contract'
import type { ListQuery } from '../filters/list-query.ts'
import type { ListState } from './list-state.ts'
import type { Selection } from './use-selection.ts'

export interface SignalListProps {
  readonly signals: readonly SignalListItem[]
  readonly query: ListQuery
  readonly onChange: (query: ListQuery) => void
  readonly selection: Selection
  readonly listState: ListState
  /** The one that is pointed at, here or on the map. */
  readonly hovered: number | undefined
  readonly onHover: (id: number | undefined) => void
}
