import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_CODES } from '../status/states.ts'
import {
  decideRetentionRule,
  describeAnonymisation,
  describeDeletion,
  mustAnonymise,
  mustDelete,
} from './retention.ts'

const now = new Date('2026-03-20T12:00:00Z')
const longAgo = new Date('2024-03-20T12:00:00Z')
const reporter = {
  email: 'melder@voorbeeld.example',
  phone: null,
  createdAt: longAgo,
  signalState: 'o',
} as const

describe('contact details', () => {
  it('go when they are old and the report is closed', () => {
    expect(mustAnonymise(reporter, 365, now)).toBe(true)
    expect(mustAnonymise({ ...reporter, createdAt: now }, 365, now)).toBe(false)
    expect(mustAnonymise({ ...reporter, email: null }, 365, now)).toBe(false)
    const states = STATUS_CODES.filter((signalState) => mustAnonymise({ ...reporter, signalState }, 365, now))
    expect(states).toEqual(['o', 'a', 's', 'closure requested'])
  })

  it('leave a note of what was there', () => {
    expect(describeAnonymisation({ email: 'x', phone: 'y' })).toBe(
      'Vanwege de AVG zijn de volgende gegevens van de melder geanonimiseerd: email, telefoonnummer',
    )
    expect(describeAnonymisation({ email: null, phone: 'y' })).toMatch(/: telefoonnummer$/)
  })
})

describe('reports', () => {
  it('are never deleted by a rule of less than a year, nor while open, nor before their parent', () => {
    const anyState = fc.constantFrom(...STATUS_CODES)
    fc.assert(
      fc.property(
        anyState,
        anyState,
        fc.integer({ min: -10, max: 3000 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.boolean(),
        (state, ruleState, days, age, isChild) => {
          const stateSetAt = new Date(now.getTime() - age * 86_400_000)
          if (!mustDelete({ state, stateSetAt, isChild }, { state: ruleState, days }, now)) return
          expect(['o', 'a', 's']).toContain(state)
          expect(state).toBe(ruleState)
          expect(isChild).toBe(false)
          expect(age).toBeGreaterThan(Math.max(days, 364))
        },
      ),
    )
    expect(
      mustDelete({ state: 'a', stateSetAt: longAgo, isChild: false }, { state: 'a', days: 365 }, now),
    ).toBe(true)
  })

  it('leave a line in the register', () => {
    expect(describeDeletion({ state: 'a', stateSetAt: longAgo }, now)).toBe(
      'Signal was in state "Geannuleerd" for 730 days',
    )
    expect(describeDeletion({ state: 'o', stateSetAt: longAgo }, now, true)).toMatch(/^Parent signal was/)
  })

  it('have rules that say what is wrong with them', () => {
    expect(decideRetentionRule({ state: 'b', days: 400 })).toMatchObject({
      errors: { state: [expect.any(String)] },
    })
    expect(decideRetentionRule({ state: 'o', days: 1.5 })).toMatchObject({
      errors: { days: [expect.any(String)] },
    })
  })
})
