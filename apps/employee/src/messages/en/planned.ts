import type { Messages } from '../nl.ts'

export const planned: Messages['planned'] = {
  title: 'Planned changes',
  intro:
    'What is changed at a later moment. When who prepared it may no longer do so, or it is no longer right, nothing happens and they get an e-mail.',
  later: 'Change at a later moment',
  laterHint:
    'Prepares what stands above. Signalen makes the change at this moment in your name. Until then you can cancel it.',
  at: 'When',
  plan: 'Prepare',
  planned: 'The change is prepared.',
  incomplete: 'First fill in everything rightly.',
  noMoment: 'Choose a day and a time.',
  coming: (when) => `A change is prepared already for ${when}.`,
  toList: 'See the planned changes',
  what: 'What',
  kinds: {
    category: 'Category',
    questions: 'Questions',
    status_message: 'Standard text',
    mail_template: 'Text of e-mail',
    expression: 'Rule',
  },
  by: 'By',
  state: 'State',
  states: { planned: 'Prepared', done: 'Made', failed: 'Not made', cancelled: 'Cancelled' },
  cancel: 'Cancel',
  cancelFor: (what) => `Cancel: ${what}`,
  cancelled: 'The change is cancelled.',
}
