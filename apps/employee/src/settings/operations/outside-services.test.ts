import { expect, it } from 'vitest'
import { nl } from '../../messages/nl.ts'
import { listMissing } from './outside-services.ts'

it('says once, and plainly, what is missing', () => {
  const services = [
    { name: 'mail', state: 'down' },
    { name: 'addresses', state: 'shaky' },
    { name: 'map', state: 'down' },
    { name: 'open-data kaart.example', state: 'down' },
    { name: 'open-data groen.example', state: 'down' },
  ] as const
  expect(listMissing(services, nl.operations.missing)).toEqual([
    'E-mail gaat nu niet weg. Alles wordt bewaard en gaat later vanzelf.',
    'Objecten op de kaart, zoals lantaarnpalen, zijn nu niet allemaal te zien.',
  ])
})
