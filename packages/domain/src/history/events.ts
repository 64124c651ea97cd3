import type { Address } from '../signals/address.ts'
import type { Priority, TypeCode } from '../signals/labels.ts'
import type { DistrictCode, Position } from '../signals/place.ts'
import type { StatusCode } from '../status/states.ts'

/** What happened to a signal, as it is kept: facts, from which the words follow. */
export type HistoryEvent =
  | {
      readonly type: 'status'
      readonly state: StatusCode | null
      readonly text: string | null
      /** Whether the text was meant for the reporter. */
      readonly sendEmail: boolean
    }
  | { readonly type: 'priority'; readonly priority: Priority }
  | { readonly type: 'category'; readonly name: string }
  | { readonly type: 'serviceLevel'; readonly handlingMessage: string | null }
  | {
      readonly type: 'location'
      readonly district: DistrictCode | null
      readonly address: Address | null
      readonly position: Position
    }
  | { readonly type: 'note'; readonly text: string }
  | ({ readonly type: 'feedback' } & FeedbackFacts)
  | { readonly type: 'type'; readonly code: TypeCode }
  | { readonly type: 'directing'; readonly departmentCodes: readonly string[] }
  | { readonly type: 'routing'; readonly departmentCodes: readonly string[] }
  | { readonly type: 'assignment'; readonly email: string | null }
  | { readonly type: 'childAdded'; readonly childId: number }
  | {
      readonly type: 'relation'
      readonly relation: RelationSide
      readonly otherId: number
      readonly isEnded: boolean
    }
  /** Null when it is not known any more. */
  | { readonly type: 'cause'; readonly cause: string | null }
  | { readonly type: 'externalReaction'; readonly askedAt: Date | null; readonly text: string }
  | { readonly type: 'noExternalReaction'; readonly askedAt: Date | null }
  | { readonly type: 'reporter'; readonly change: ReporterChange; readonly reason?: string | null }

/** How a report stands to the other one. */
export type RelationSide = 'duplicateOf' | 'hasDuplicate' | 'linked'

export type HistoryEventType = HistoryEvent['type']

export interface FeedbackFacts {
  readonly isSatisfied: boolean
  readonly allowsContact: boolean
  readonly text: string | null
  readonly textList: readonly string[] | null
  readonly textExtra: string | null
}

export type ReporterChange =
  | 'verificationSent'
  | 'emailVerified'
  | 'emailChanged'
  | 'phoneChanged'
  | 'requestCancelled'
  | 'cancelledByEmployee'

/** The name under which clients know each kind of event. */
export const HISTORY_WHATS = {
  status: 'UPDATE_STATUS',
  priority: 'UPDATE_PRIORITY',
  category: 'UPDATE_CATEGORY_ASSIGNMENT',
  serviceLevel: 'UPDATE_SLA',
  location: 'UPDATE_LOCATION',
  note: 'CREATE_NOTE',
  feedback: 'CREATE_FEEDBACK',
  type: 'UPDATE_TYPE_ASSIGNMENT',
  directing: 'UPDATE_DIRECTING_DEPARTMENTS_ASSIGNMENT',
  routing: 'UPDATE_ROUTING_ASSIGNMENT',
  assignment: 'UPDATE_USER_ASSIGNMENT',
  childAdded: 'CREATE_SIGNAL',
  relation: 'UPDATE_RELATION',
  cause: 'UPDATE_CAUSE',
  externalReaction: 'RECEIVE_SESSION',
  noExternalReaction: 'NOT_RECEIVED_SESSION',
  reporter: 'UPDATE_REPORTER',
} as const satisfies Record<HistoryEventType, string>

export const HISTORY_EVENT_TYPES = Object.keys(HISTORY_WHATS) as readonly HistoryEventType[]

export const SYSTEM_AUTHOR = 'Signalen systeem'

/** Which kinds of event a `what=` asks for; none when it names none. */
export function findEventTypes(what: string): readonly HistoryEventType[] {
  const wanted = what.toUpperCase()
  if (wanted === 'RECEIVE_FEEDBACK') return ['feedback']
  // Clients that ask for one of these have always been given both.
  if (wanted === HISTORY_WHATS.directing || wanted === HISTORY_WHATS.routing) return ['directing', 'routing']
  return HISTORY_EVENT_TYPES.filter((type) => HISTORY_WHATS[type] === wanted)
}
