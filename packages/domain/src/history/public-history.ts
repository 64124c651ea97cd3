import { presentMyReportStatus } from '../status/present-status.ts'
import type { StatusCode } from '../status/states.ts'
import { DEFAULT_TIME_ZONE } from '../time/local-time.ts'
import type { HistoryEvent } from './events.ts'
import { type PresentedEvent, presentHistoryEvent } from './present-event.ts'

const PUBLIC_STATUS_CODES: readonly StatusCode[] = [
  'm',
  'b',
  'o',
  'reopened',
  'reaction requested',
  'reaction received',
]

/** Of these the text always goes to the reporter, or comes from them. */
const ANSWERING_STATUS_CODES: readonly StatusCode[] = [
  'o',
  'reopened',
  'reaction requested',
  'reaction received',
]

/**
 * What the reporter sees of the history of their own report, or undefined. `isFirst`: the first event
 * of its type, which tells no more than the report itself.
 */
export function presentPublicHistoryEvent(
  event: HistoryEvent,
  isFirst: boolean,
  timeZone: string = DEFAULT_TIME_ZONE,
): PresentedEvent | undefined {
  const presented = presentHistoryEvent(event, timeZone)
  switch (event.type) {
    case 'status':
      return presentPublicStatusEvent(event, presented)
    case 'location':
    case 'category':
    case 'type':
      return isFirst ? undefined : presented
    case 'serviceLevel':
    case 'childAdded':
    case 'feedback':
      return presented
    case 'reporter':
      return presentHistoryEvent({ ...event, reason: null }, timeZone)
    case 'note':
    case 'priority':
    case 'directing':
    case 'routing':
    case 'assignment':
    case 'relation':
    case 'cause':
    case 'externalReaction':
    case 'noExternalReaction':
      return undefined
  }
}

function presentPublicStatusEvent(
  event: Extract<HistoryEvent, { type: 'status' }>,
  presented: PresentedEvent,
): PresentedEvent | undefined {
  const { state } = event
  if (state === null || !PUBLIC_STATUS_CODES.includes(state)) return undefined
  const isForReporter = event.sendEmail || ANSWERING_STATUS_CODES.includes(state)
  return {
    ...presented,
    action: `Status gewijzigd naar: ${presentMyReportStatus(state).state_display}`,
    description: isForReporter ? event.text : null,
  }
}
