import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_CODES } from '../status/states.ts'
import type { HistoryEvent } from './events.ts'
import { examples } from './examples.ts'
import { presentHistoryEvent } from './present-event.ts'
import { presentPublicHistoryEvent } from './public-history.ts'

describe('the history that reporters read', () => {
  it('is never more than what employees read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.boolean(), ([event], isFirst) => {
        const seen = presentPublicHistoryEvent(event, isFirst)
        const full = presentHistoryEvent(event)
        if (seen === undefined) return
        expect(seen.what).toBe(full.what)
        if (event.type !== 'reporter') expect([null, full.description]).toContain(seen.description)
      }),
    )
  })

  it('holds nothing about who does what inside', () => {
    const inside = [
      'note',
      'priority',
      'directing',
      'routing',
      'assignment',
      'externalReaction',
      'noExternalReaction',
    ]
    for (const [event] of examples)
      if (inside.includes(event.type)) expect(presentPublicHistoryEvent(event, false)).toBeUndefined()
  })

  it('shows the steps that concern them, in their words, and texts only when meant for them', () => {
    const shown = STATUS_CODES.filter((state) =>
      presentPublicHistoryEvent({ type: 'status', state, text: 'x', sendEmail: false }, false),
    )
    expect(shown).toEqual(['m', 'b', 'o', 'reopened', 'reaction requested', 'reaction received'])
    const status = (state: 'b' | 'o', sendEmail: boolean) =>
      presentPublicHistoryEvent({ type: 'status', state, text: 'tekst', sendEmail }, true)
    expect(status('b', false)).toMatchObject({ action: 'Status gewijzigd naar: Open', description: null })
    expect(status('b', true)).toMatchObject({ description: 'tekst' })
    expect(status('o', false)).toMatchObject({
      action: 'Status gewijzigd naar: Afgesloten',
      description: 'tekst',
    })
  })

  it('leaves out the first place, category and type, and the reason of a colleague', () => {
    const category: HistoryEvent = { type: 'category', name: 'Huisafval' }
    expect(presentPublicHistoryEvent(category, true)).toBeUndefined()
    expect(presentPublicHistoryEvent(category, false)).toBeDefined()
    const cancelled = { type: 'reporter', change: 'cancelledByEmployee', reason: 'Lastig' } as const
    expect(presentPublicHistoryEvent(cancelled, false)?.description).toBe(
      'Contactgegevens wijziging geannuleerd.',
    )
  })
})
