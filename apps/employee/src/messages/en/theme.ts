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
  publish: 'Switch this on',
  published: 'It is on.',
  draftLogo: 'There is a draft of a logo.',
  logo: 'Logo',
  logoIntro:
    'The logo stands above every page, in the place of the name. In a mail it stands where the text of the mail asks for it, with {{ logo }}.',
  logoShown: 'In use',
  logoDraft: 'Draft',
  noLogo: 'There is no logo. Above every page stands the name of the municipality.',
  logoFile: 'Choose a logo',
  logoFileHint: 'SVG or PNG, 100 kB at most',
  logoAlt: 'What does the logo say?',
  logoAltHint: 'This is what someone hears who does not see the logo, such as: Gemeente Waterveste',
  logoMissing: 'Choose a logo and write what it says.',
  logoTooLarge: 'This file is larger than 100 kB. Choose a smaller one.',
  saveLogo: 'Save the logo as a draft',
  logoSaved: 'The logo is saved as a draft.',
  removeLogo: 'Take the logo away',
  logoRemoved: 'The logo is gone. The name is back.',
}
