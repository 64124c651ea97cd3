import type { MessagesLike } from '@signalen/ui'
import type { theme as dutch } from '../nl/theme.ts'

export const theme: MessagesLike<typeof dutch> = {
  title: 'Looks of the site',
  intro:
    'Here you choose what the site for residents looks like. You look at it yourself first. Only when you switch it on does everyone see it.',
  current: (name) => `In use: ${name}`,
  draft: (name) => `Draft: ${name}`,
  noDraft: 'There is no draft.',
  names: { neutral: 'Neutral', 'high-contrast': 'High contrast', own: 'A theme of our own' },
  choose: 'Which theme do you want to try?',
  ownName: 'Name of your own theme',
  ownNameHint: 'Small letters, digits and hyphens only',
  tokens: 'Tokens of the theme',
  tokensHint:
    'Paste a theme of the NL Design System here: a CSS file with --names, or a JSON file with tokens. You may also choose a file.',
  file: 'Or choose a file',
  save: 'Save as a draft',
  preview: 'Look at the form with this theme (new tab)',
  publish: 'Switch this theme on',
  published: 'The theme is on.',
}
