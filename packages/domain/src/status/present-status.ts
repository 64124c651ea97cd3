import { isClosedStatus, type StatusCode } from './states.ts'

export interface PresentedStatus {
  readonly state: string
  readonly state_display: string
}

/** What anyone with the number of a report may know of its status. */
export function presentPublicStatus(code: StatusCode): PresentedStatus {
  return isClosedStatus(code)
    ? { state: 'CLOSED', state_display: 'Gesloten' }
    : { state: 'OPEN', state_display: 'Open' }
}

/** What the reporter sees under "my reports": the steps that concern them, besides open and closed. */
export function presentMyReportStatus(code: StatusCode): PresentedStatus {
  switch (code) {
    case 'reopened':
      return { state: 'REOPENED', state_display: 'Heropend' }
    case 'reaction requested':
      return { state: 'REACTION REQUESTED', state_display: 'Vraag aan u verstuurd' }
    case 'reaction received':
      return { state: 'REACTION RECEIVED', state_display: 'Antwoord van u ontvangen' }
    default:
      return isClosedStatus(code)
        ? { state: 'CLOSED', state_display: 'Afgesloten' }
        : { state: 'OPEN', state_display: 'Open' }
  }
}
