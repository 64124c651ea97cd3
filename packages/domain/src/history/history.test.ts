import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_CODES } from '../status/states.ts'
import { findEventTypes, HISTORY_EVENT_TYPES, HISTORY_WHATS, type HistoryEvent } from './events.ts'
import { presentHistoryEvent } from './present-event.ts'
import { presentPublicHistoryEvent } from './public-history.ts'
import { describeCategoryChange, describeUserChange } from './settings-history.ts'

const address = {
  openbare_ruimte: 'Dorpsstraat',
  huisnummer: 1,
  huisletter: '',
  huisnummer_toevoeging: '',
  postcode: '1234AB',
  woonplaats: 'Voorbeeldstad',
}
const askedAt = new Date('2026-11-24T02:23:25Z')
const feedback = {
  type: 'feedback',
  isSatisfied: false,
  allowsContact: true,
  text: null,
  textList: ['Het probleem is niet opgelost'],
  textExtra: 'Er ligt nog steeds afval',
} as const

const examples: [event: HistoryEvent, action: string, description: string | null][] = [
  [
    { type: 'status', state: 'o', text: 'Klaar', sendEmail: true },
    'Status gewijzigd naar: Afgehandeld',
    'Klaar',
  ],
  [{ type: 'status', state: null, text: null, sendEmail: false }, 'Status gewijzigd naar: Onbekend', null],
  [{ type: 'priority', priority: 'high' }, 'Urgentie gewijzigd naar: Hoog', null],
  [{ type: 'category', name: 'Huisafval' }, 'Categorie gewijzigd naar: Huisafval', null],
  [
    { type: 'serviceLevel', handlingMessage: 'Binnen 3 werkdagen.' },
    'Servicebelofte:',
    'Binnen 3 werkdagen.',
  ],
  [{ type: 'serviceLevel', handlingMessage: null }, 'Servicebelofte:', 'Servicebelofte onbekend'],
  [{ type: 'note', text: 'Interne notitie' }, 'Notitie toegevoegd:', 'Interne notitie'],
  [
    { type: 'location', district: null, address, position: [4.9, 52.3] },
    'Locatie gewijzigd naar:',
    '\nDorpsstraat 1\nVoorbeeldstad',
  ],
  [
    { type: 'location', district: 'A', address, position: [4.9, 52.3] },
    'Locatie gewijzigd naar:',
    'Stadsdeel: Centrum\nDorpsstraat 1\nVoorbeeldstad',
  ],
  [
    { type: 'location', district: null, address: null, position: [4.91, 52.38] },
    'Locatie gewijzigd naar:',
    'Locatie is gepind op de kaart\n4.91, 52.38',
  ],
  [
    { type: 'location', district: 'A', address: null, position: [4.91, 52.38] },
    'Locatie gewijzigd naar:',
    'Stadsdeel: Centrum\nLocatie is gepind op de kaart\n4.91, 52.38',
  ],
  [
    feedback,
    'Feedback van melder ontvangen',
    'Nee, de melder is ontevreden\nWaarom: Het probleem is niet opgelost\nToelichting: Er ligt nog steeds afval\nToestemming contact opnemen: Ja',
  ],
  [
    { ...feedback, isSatisfied: true, allowsContact: false, textList: [], textExtra: '' },
    'Feedback van melder ontvangen',
    'Ja, de melder is tevreden\nWaarom: Geen Feedback\nToestemming contact opnemen: Nee',
  ],
  [
    { ...feedback, textList: ['Een', 'Twee'], textExtra: null },
    'Feedback van melder ontvangen',
    'Nee, de melder is ontevreden\nWaarom: Een,\nTwee\nToestemming contact opnemen: Ja',
  ],
  [{ type: 'type', code: 'REQ' }, 'Type gewijzigd naar: Aanvraag', null],
  [{ type: 'directing', departmentCodes: [] }, 'Regie gewijzigd naar: Verantwoordelijke afdeling', null],
  [
    { type: 'routing', departmentCodes: ['STW', 'VTH'] },
    'Routering: afdeling/afdelingen gewijzigd naar: STW, VTH',
    null,
  ],
  [
    { type: 'routing', departmentCodes: [] },
    'Routering: afdeling/afdelingen gewijzigd naar: Verantwoordelijke afdeling (routering)',
    null,
  ],
  [
    { type: 'assignment', email: 'behandelaar@gemeente.example' },
    'Melding toewijzing gewijzigd naar: behandelaar@gemeente.example',
    null,
  ],
  [{ type: 'assignment', email: null }, 'Melding niet meer toegewezen aan behandelaar.', null],
  [{ type: 'childAdded', childId: 8 }, 'Deelmelding toegevoegd', null],
  [
    { type: 'externalReaction', askedAt, text: 'Wij hebben het opgelost' },
    'Toelichting ontvangen',
    'Toelichting externe behandelaar op vraag van 24-11-2026 03:23 Wij hebben het opgelost',
  ],
  [
    { type: 'noExternalReaction', askedAt: null },
    'Geen toelichting ontvangen',
    'Geen toelichting ontvangen van externe behandelaar op vraag van onbekend',
  ],
  [
    { type: 'reporter', change: 'verificationSent' },
    'Contactgegevens melder:',
    'E-mail verificatie verzonden.',
  ],
  [
    { type: 'reporter', change: 'cancelledByEmployee', reason: 'Tikfout' },
    'Contactgegevens melder:',
    'Contactgegevens wijziging geannuleerd: Tikfout',
  ],
]

describe('the history that employees read', () => {
  it.each(examples)('%j', (event, action, description) => {
    expect(presentHistoryEvent(event)).toEqual({ what: HISTORY_WHATS[event.type], action, description })
  })

  it('has an example of every type', () => {
    expect(new Set(examples.map(([event]) => event.type))).toEqual(new Set(HISTORY_EVENT_TYPES))
  })

  it('is filtered by the names that it shows', () => {
    for (const type of HISTORY_EVENT_TYPES) expect(findEventTypes(HISTORY_WHATS[type])).toContain(type)
    expect(findEventTypes('update_status')).toEqual(['status'])
    expect(findEventTypes('RECEIVE_FEEDBACK')).toEqual(['feedback'])
    expect(findEventTypes('UPDATE_ROUTING_ASSIGNMENT')).toEqual(['directing', 'routing'])
    expect(findEventTypes('UPDATE_NOTHING')).toEqual([])
  })
})

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

describe('the history of settings', () => {
  it('tells what changed in a category', () => {
    expect(
      describeCategoryChange({
        name: 'Overige meldingen',
        serviceLevel: { days: 4, calendarDays: true },
        description: 'Alles wat nergens past',
        handlingMessage: 'Wij kijken ernaar.',
      }),
    ).toBe(
      'Afhandeltermijn gewijzigd naar:\n 4 weekdagen\nNaam gewijzigd naar:\n Overige meldingen\nOmschrijving gewijzigd naar:\n Alles wat nergens past\nServicebelofte gewijzigd naar:\n Wij kijken ernaar.',
    )
    expect(describeCategoryChange({ isActive: false, isPublicAccessible: true, icon: null })).toBe(
      'Status gewijzigd naar:\n Inactief\nOpenbaar tonen gewijzigd naar:\n Aan\nIcoon verwijderd',
    )
  })

  it('tells what changed in a user', () => {
    expect(describeUserChange({ isActive: false })).toBe('Status wijziging:\n Inactief')
    expect(describeUserChange({ firstName: 'Bea', addedRoles: [] })).toBe(
      'Voornaam gewijzigd:\n Bea\nRol wijziging:\n -',
    )
  })
})
