import { describe, expect, it } from 'vitest'
import { presentMyReportStatus, presentPublicStatus } from './present-status.ts'
import { isClosedStatus, STATUS_CODES } from './states.ts'

describe('what the public sees', () => {
  it('is open or closed, and says no more', () => {
    for (const code of STATUS_CODES)
      expect(presentPublicStatus(code).state).toBe(isClosedStatus(code) ? 'CLOSED' : 'OPEN')
    expect(presentPublicStatus('a').state_display).toBe('Gesloten')
    expect(presentPublicStatus('done external').state).toBe('OPEN')
  })

  it('shows the reporter the steps that concern them', () => {
    const shown = STATUS_CODES.map((code) => presentMyReportStatus(code).state_display)
    expect(new Set(shown)).toEqual(
      new Set(['Open', 'Afgesloten', 'Heropend', 'Vraag aan u verstuurd', 'Antwoord van u ontvangen']),
    )
  })
})
