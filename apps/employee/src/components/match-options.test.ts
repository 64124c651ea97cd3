import { expect, test } from 'vitest'
import { matchOptions } from './match-options.ts'

const options = [
  { label: 'Huisafval', group: 'Afval' },
  { label: 'Afvalbak vol', group: 'Afval' },
  { label: 'Café met overlast', group: 'Horeca' },
]

function find(typed: string): string[] {
  return matchOptions(options, typed).map(({ label }) => label)
}

test('everything, while nothing is typed', () => {
  expect(find('  ')).toHaveLength(3)
})

test('what begins with the word comes first, then what holds it', () => {
  expect(find('afval')).toEqual(['Afvalbak vol', 'Huisafval'])
})

test('every word must be there, accents and capitals or not', () => {
  expect(find('CAFE over')).toEqual(['Café met overlast'])
  expect(find('horeca afval')).toEqual([])
})
