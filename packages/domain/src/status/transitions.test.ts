import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideStatusChange, type RequestedStatus, type StatusChangeRequest } from './decide-status-change.ts'
import { STATUS_CODES, type StatusCode } from './states.ts'
import { canChangeStatus, listNextStatuses } from './transitions.ts'

const anyCode = fc.constantFrom(...STATUS_CODES)

const anyText = fc.option(fc.string({ maxLength: 20 }))

function decide(current: StatusCode | null, requested: RequestedStatus, more?: Partial<StatusChangeRequest>) {
  return decideStatusChange({
    current,
    requested,
    reporter: { email: 'melder@voorbeeld.example' },
    canPushToSigmax: true,
    ...more,
  })
}

describe('the workflow', () => {
  it('begins with m and nothing else', () => {
    expect(listNextStatuses(null)).toEqual(['m'])
  })

  it('leads nowhere from a split signal', () => {
    expect(listNextStatuses('s')).toEqual([])
  })

  it('reaches every state but the historical ones from the first', () => {
    const reached = new Set<StatusCode>(['m'])
    for (const code of reached) for (const next of listNextStatuses(code)) reached.add(next)
    expect(STATUS_CODES.filter((code) => !reached.has(code))).toEqual(['h', 's'])
  })

  it('accepts what the table allows and refuses the rest, whatever else is in the request', () => {
    fc.assert(
      fc.property(anyCode, anyCode, anyText, fc.boolean(), (current, state, text, sendEmail) => {
        const decision = decide(current, { state, text, sendEmail })
        if (decision.ok) {
          expect(canChangeStatus(current, state)).toBe(true)
          expect(decision.value.state).toBe(state)
          if (state === 'o' || state === 'reopened') expect(decision.value.text).toBeTruthy()
        } else {
          expect(Object.keys(decision.errors)).toHaveLength(1)
        }
      }),
    )
  })

  it('accepts a complete request exactly when the transition is allowed', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (current, state) => {
        const complete: RequestedStatus = {
          state,
          text: 'Wij gaan aan de slag.',
          sendEmail: true,
          emailOverride: 'aannemer@voorbeeld.example',
          targetApi: state === 'ready to send' ? 'sigmax' : null,
        }
        expect(decide(current, complete).ok).toBe(canChangeStatus(current, state))
      }),
    )
  })
})
