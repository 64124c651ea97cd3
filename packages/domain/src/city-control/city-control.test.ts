import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_LABELS } from '../status/states.ts'
import { canChangeStatus } from '../status/transitions.ts'
import { formatCaseNumber, parseCaseNumber } from './case-number.ts'
import {
  describeUnexpectedResult,
  findStatusAfterSending,
  findStatusAfterWaiting,
  findStatusesAfterResult,
} from './case-statuses.ts'
import {
  type CaseFacts,
  describeCase,
  findCaseAddress,
  findCaseDue,
  shortenCaseText,
} from './describe-case.ts'

describe('the number of a case', () => {
  it('is read as it is written', () => {
    const sequence = fc.option(fc.integer({ min: 1, max: 99 }))
    fc.assert(
      fc.property(fc.record({ signalId: fc.integer({ min: 1 }), sequence }), (number) => {
        expect(parseCaseNumber(` ${formatCaseNumber(number)}\n`)).toEqual(number)
      }),
    )
    expect(formatCaseNumber({ signalId: 12, sequence: 3 })).toBe('SIA-12.03')
  })

  it.each([
    '',
    'SIA-',
    'SIA-0',
    'SIA-012',
    'SIA-12.00',
    'SIA-12.1',
    'SIA-12.001',
    'SIG-12',
    'SIA-12.a1',
    'x SIA-12',
  ])('is not %j', (text) => expect(parseCaseNumber(text)).toBeUndefined())
})

describe('a case', () => {
  const facts: CaseFacts = {
    caseNumber: 'SIA-12.01',
    categoryName: 'Fietswrak',
    priority: 'normal',
    source: 'Telefoon',
    address: { openbare_ruimte: 'Dorpsstraat', huisnummer: 1, huisletter: 'a', woonplaats: 'Voorbeeldstad' },
    district: null,
    areaName: 'De Punt',
  }

  it.each<[Partial<CaseFacts>, string]>([
    [{}, 'Fietswrak SIA-12.01 Dorpsstraat 1a De Punt'],
    [{ priority: 'high', district: 'T' }, 'Fietswrak SIA-12.01 URGENT Dorpsstraat 1a SDZO'],
    [{ source: 'SIG', areaName: null }, 'Signalering Fietswrak SIA-12.01 Dorpsstraat 1a'],
    [{ address: null, areaName: null }, 'Fietswrak SIA-12.01'],
  ])('with %j is told in a line', (changes, line) => {
    expect(describeCase({ ...facts, ...changes }, 'SIG')).toBe(line)
    expect(describeCase({ ...facts, ...changes }, null)).toBe(line.replace(/^Signalering /, ''))
  })

  it('is to be done in a day or three, or when it ends', () => {
    const createdAt = new Date('2026-11-24T10:00:00Z')
    const due = (priority: 'high' | 'low', endedAt: Date | null = null) =>
      findCaseDue({ createdAt, priority, endedAt }).toISOString().slice(0, 10)
    expect([due('high'), due('low'), due('low', createdAt)]).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-11-24',
    ])
  })

  it('has a whole address or none', () => {
    const whole = { openbare_ruimte: 'Dorpsstraat', huisnummer: '12', postcode: '1234AB', woonplaats: 'Dorp' }
    expect(findCaseAddress(whole)).toEqual({
      town: 'Dorp',
      street: 'Dorpsstraat',
      houseNumber: 12,
      postcode: '1234AB',
    })
    for (const lacking of [
      { woonplaats: ' ' },
      { openbare_ruimte: null },
      { huisnummer: 'x' },
      { huisnummer: null },
    ]) {
      expect(findCaseAddress({ ...whole, ...lacking })).toBeNull()
    }
    expect(findCaseAddress(null)).toBeNull()
  })

  it('has a text of a thousand letters at most', () => {
    expect(shortenCaseText('a'.repeat(1000))).toHaveLength(1000)
    expect(shortenCaseText('🚲'.repeat(1001))).toBe(`${'🚲'.repeat(999)}…`)
  })
})

describe('a report that is sent', () => {
  it('gets a status that it may have', () => {
    const sent = findStatusAfterSending({ kind: 'sent', caseNumber: 'SIA-1.01', hasDocument: true })
    expect(sent.text).toBe('Verzending van melding naar THOR is gelukt onder nummer SIA-1.01.')
    const bare = findStatusAfterSending({ kind: 'sent', caseNumber: 'SIA-1.01', hasDocument: false })
    expect(bare.text).toContain('de PDF niet verzonden')
    const failed = findStatusAfterSending({ kind: 'failed' })
    const tooOften = findStatusAfterSending({ kind: 'sent too often' })
    expect(tooOften.text).toBe('Verzending van melding naar THOR is mislukt.Melding is te vaak verzonden.')
    for (const { state } of [sent, bare, failed, tooOften])
      expect([state, canChangeStatus('ready to send', state)]).toEqual([state, true])
  })

  it('has not been sent when it has waited too long', () => {
    const now = new Date('2026-11-24T10:00:00Z')
    const status = {
      state: 'ready to send',
      targetApi: 'sigmax',
      createdAt: new Date('2026-11-23T10:00:00Z'),
    }
    const after = (changes: object, minutes = 1440) =>
      findStatusAfterWaiting({ ...status, ...changes }, { now, minutes })
    expect(after({})).toMatchObject({
      state: 'send failed',
      text: 'Melding stond langer dan 1440 minuten op TE_VERZENDEN. Mislukt',
    })
    expect(after({ createdAt: new Date('2026-11-23T10:00:00.001Z') })).toBeUndefined()
    expect(after({ targetApi: 'gisib' })).toBeUndefined()
    expect(after({ state: 'sent' })).toBeUndefined()
    expect(after({}, 1441)).toBeUndefined()
  })
})

describe('a result', () => {
  const ending = { isFinal: true, text: 'Opgelost.' }
  const result = { result: ' afgerond ', reason: 'Fiets verwijderd', endedOn: '20261124' }

  it('ends the report, and here too when it is to', () => {
    const [done, handled, ...more] = findStatusesAfterResult(result, ending)
    expect(done).toEqual({
      state: 'done external',
      text: 'afgerond: Fiets verwijderd',
      sendEmail: false,
      extraProperties: {
        sigmax_datum_afgehandeld: '20261124',
        sigmax_resultaat: ' afgerond ',
        sigmax_reden: 'Fiets verwijderd',
      },
    })
    expect(handled).toEqual({ state: 'o', text: 'Opgelost.', sendEmail: true, extraProperties: null })
    expect(more).toEqual([])
    expect(findStatusesAfterResult(result, { ...ending, isFinal: false })).toHaveLength(1)
    expect(findStatusesAfterResult({ ...result, result: 'Afgerond' }, ending)).toHaveLength(1)
  })

  it('may be given without words', () => {
    const [done] = findStatusesAfterResult({ result: '', reason: ' ', endedOn: '' }, ending)
    expect(done?.text).toBe('Geen resultaat aangeleverd vanuit THOR: Geen reden aangeleverd vanuit THOR')
    expect(describeUnexpectedResult(result)).toMatch(/niet in verzonden staat was\.\n\n afgerond: Fiets/)
  })

  it('leads to states that there are, one from the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (what, reason, isFinal) => {
        const statuses = findStatusesAfterResult(
          { result: what, reason, endedOn: '' },
          { ...ending, isFinal },
        )
        const states = ['sent' as const, ...statuses.map(({ state }) => state)]
        for (const [index, state] of states.slice(1).entries())
          expect(canChangeStatus(states[index] ?? null, state)).toBe(true)
        expect(states.every((state) => state in STATUS_LABELS)).toBe(true)
      }),
    )
  })
})
