import type { HistoryEvent } from './events.ts'

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

export const examples: [event: HistoryEvent, action: string, description: string | null][] = [
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
    { type: 'relation', relation: 'duplicateOf', otherId: 7, isEnded: false },
    'Dubbel met een andere melding:',
    'Melding 7',
  ],
  [
    { type: 'relation', relation: 'linked', otherId: 7, isEnded: true },
    'Koppeling verwijderd met:',
    'Melding 7',
  ],
  [{ type: 'cause', cause: 'Vandalisme' }, 'Oorzaak gewijzigd naar: Vandalisme', null],
  [{ type: 'cause', cause: null }, 'Oorzaak weggehaald', null],
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
