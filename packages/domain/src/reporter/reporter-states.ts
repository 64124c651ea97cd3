export const REPORTER_STATES = ['new', 'verification_email_sent', 'cancelled', 'approved'] as const

export type ReporterState = (typeof REPORTER_STATES)[number]

const TRANSITIONS: Readonly<Record<ReporterState, readonly ReporterState[]>> = {
  new: ['verification_email_sent', 'approved', 'cancelled'],
  verification_email_sent: ['approved', 'cancelled'],
  cancelled: [],
  approved: [],
}

export function isReporterState(value: unknown): value is ReporterState {
  return REPORTER_STATES.some((state) => state === value)
}

export function canChangeReporter(from: ReporterState, to: ReporterState): boolean {
  return TRANSITIONS[from].includes(to)
}

/** Contact details that wait for a decision make way for newer ones. */
export function isPending(state: ReporterState): boolean {
  return state === 'new' || state === 'verification_email_sent'
}
