import { describe, expect, it } from 'vitest'
import { decideReporterCancellation } from './reporter-change.ts'
import { canChangeReporter, isPending, isReporterState, REPORTER_STATES } from './reporter-states.ts'

describe('states', () => {
  it('end in approved or cancelled', () => {
    for (const state of REPORTER_STATES) {
      const ends = REPORTER_STATES.every((next) => !canChangeReporter(state, next))
      expect(ends).toBe(!isPending(state))
    }
    expect(isReporterState('approved')).toBe(true)
    expect(isReporterState('other')).toBe(false)
  })

  it('can be cancelled while pending, but never the only one', () => {
    expect(decideReporterCancellation({ state: 'verification_email_sent', isOnlyReporter: false }).ok).toBe(
      true,
    )
    expect(decideReporterCancellation({ state: 'approved', isOnlyReporter: false })).toMatchObject({
      errors: { non_field_errors: ['Cancelling this reporter is not possible.'] },
    })
    expect(decideReporterCancellation({ state: 'new', isOnlyReporter: true }).ok).toBe(false)
  })
})
