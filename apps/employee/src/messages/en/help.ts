import type { Messages } from '../nl.ts'

export const help: Messages['help'] = {
  open: 'Help with this screen',
  title: 'Help with this screen',
  can: 'What you can do here',
  more: 'More to read',
  stories: {
    handler: 'A day of a handler',
    coordinator: 'A day of a coordinator',
    'field-worker': 'A day of someone in the field',
    administrator: 'A day of a functional administrator',
  },
  news: 'What is new',
  keys: 'Press the ? key for all shortcuts.',
  isNew: 'Signalen is renewed.',
  dismiss: 'Do not show again',
  inEnglish: 'This overview is there in English only.',
}
