import type { Priority, RequestedStatus, TypeCode } from '@signalen/domain'
import type { CategoryChoice, NewLocation } from '../create/new-signal.ts'

/** What one request changes of a signal; what is absent stays as it is. */
export interface SignalChanges {
  readonly location?: NewLocation | undefined
  readonly status?: (RequestedStatus & { readonly extraProperties?: unknown }) | undefined
  readonly category?: CategoryChoice | undefined
  readonly priority?: Priority | undefined
  readonly note?: string | undefined
  readonly typeCode?: TypeCode | undefined
  readonly directingDepartmentIds?: readonly number[] | undefined
  readonly routingDepartmentIds?: readonly number[] | undefined
  /** Null takes it from whoever has it. */
  readonly assignedUserEmail?: string | null | undefined
}
