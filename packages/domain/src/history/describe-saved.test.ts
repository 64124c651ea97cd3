import { expect, it } from 'vitest'
import { describeSaved } from './describe-saved.ts'

const say = (action: string, detail: unknown) => describeSaved({ action, objectId: 'name', detail })

it.each([
  [
    'role.saved',
    { after: { name: 'Baas', permissions: ['Lezen'] } },
    'Toegevoegd\nNaam: Baas\nRechten: erbij Lezen',
  ],
  [
    'role.saved',
    { before: { permissions: ['Lezen', 'Wissen'] }, after: { permissions: ['Lezen', 'Schrijven'] } },
    'Rechten: erbij Schrijven; weg Wissen',
  ],
  [
    'department.saved',
    { before: { name: 'A', canDirect: false }, after: { name: 'B', canDirect: true } },
    'Naam: A → B\nKan regie voeren: nee → ja',
  ],
  ['role.removed', { name: 'Baas' }, 'Verwijderd: Baas'],
  ['setting.saved', { before: null, after: [1, 2] }, 'name: – → [1,2]'],
  [
    'sources.saved',
    {
      before: [
        { id: 1, name: 'Fax' },
        { id: 2, name: 'Site' },
      ],
      after: [
        { id: 1, name: 'Telefoon' },
        { id: 3, name: 'App' },
      ],
    },
    'Toegevoegd: App\nGewijzigd: Telefoon\nVerwijderd: Site',
  ],
  ['sources.saved', { before: [], after: [] }, 'Volgorde gewijzigd'],
  ['area.saved', { before: { name: 'A' }, after: { name: 'A' }, hasNewShape: true }, 'Gewijzigd'],
  ['mail_template.saved', { before: null }, 'Tekst gewijzigd'],
  ['iets.anders', undefined, 'Gewijzigd'],
])('tells of %s %o', (action, detail, words) => {
  expect(say(action, detail)).toBe(words)
})

it('keeps long texts short', () => {
  expect(
    say('status_message.saved', { before: { text: 'a' }, after: { text: 'x'.repeat(900) } }).length,
  ).toBeLessThan(200)
})
