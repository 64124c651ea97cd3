import type { Tables } from '@signalen/database'
import type { HistoryEvent } from '@signalen/domain'
import type { UpdateObject } from 'kysely'
import type { HistoryFacts } from '../history/history-rows.ts'

/** Columns of `signal` with their new values. */
export type SignalColumns = UpdateObject<Tables, 'signal'>

/** What the change of one part comes to. */
export interface PartChange {
  readonly columns: SignalColumns
  readonly event: HistoryEvent
  readonly facts?: HistoryFacts
  /** The column that names the row of the history, for parts that are known by it. */
  readonly idColumn?: 'location_id' | 'status_id'
}

/** As much of a signal as decides what may change, kept up to date while the parts of a request are decided. */
export interface Standing {
  readonly categoryId: number
  readonly createdAt: Date
  readonly routingDepartmentIds: readonly number[] | null
  readonly assignedUserId: number | null
}
