import { describe, expect, it } from 'vitest'
import { displayNumber, displaySignal, isPriority, isTypeCode } from './labels.ts'

describe('display', () => {
  it('shows number and line', () => {
    expect(displayNumber(12)).toBe('SIG-12')
    const createdAt = '2026-11-24T03:23:17.451756+01:00'
    expect(displaySignal({ id: 7, state: 'm', neighbourhoodCode: null, createdAt })).toBe(
      '7 - m - None - 2026-11-24T03:23:17.451756+01:00',
    )
    expect(isPriority('urgent') || isTypeCode('XXX')).toBe(false)
  })
})
