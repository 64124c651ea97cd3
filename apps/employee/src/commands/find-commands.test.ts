import { expect, test } from 'vitest'
import { findCommands } from './find-commands.ts'

const command = (id: string, label: string) => ({ id, label, group: '', run: () => undefined })
const typed = {
  commands: [command('status', 'Status wijzigen'), command('note', 'Notitie schrijven')],
  openNumber: (number: number) => command('open', `Melding ${number}`),
  search: (words: string) => command('search', `Zoek ${words}`),
}
const ids = (text: string) => findCommands(text, typed).map(({ id }) => id)

test('offers everything before one types, and then what fits', () => {
  expect(ids('')).toEqual(['status', 'note'])
  expect(ids('not')).toEqual(['note', 'search'])
})

test('goes to a number first', () => {
  expect(ids('WV-12')).toEqual(['open', 'search'])
})
