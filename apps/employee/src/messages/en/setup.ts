import type { Messages } from '../nl.ts'

export const setup: Messages['setup'] = {
  title: 'Set-up',
  intro:
    'A new municipality is ready in half an hour. Go along the steps and end with a test report. If you have a configuration file already, bring that in first.',
  file: 'Bring in a configuration file',
  ready: (done, all) => `${done} of ${all} steps are done.`,
  allReady: 'All is ready. Reports can come.',
  done: 'Done',
  todo: 'To do',
  optional: 'Can wait',
  open: (what) => `Open: ${what}`,
  steps: {
    name: { name: 'Name of the municipality', about: 'Stands on the site and in every e-mail' },
    contact: { name: 'Contact details', about: 'How residents reach you in a hurry' },
    mail: { name: 'Sender of e-mail', about: 'A no-reply address of the municipality' },
    map: { name: 'Bounds of the map', about: 'Where residents can report' },
    areas: { name: 'Areas', about: 'Districts and neighbourhoods, for filters and rules' },
    departments: { name: 'Departments', about: 'Who handle the reports' },
    categories: { name: 'Categories', about: 'What residents can report about' },
    responsible: { name: 'A department for each category', about: 'Else a report reaches nobody' },
    sources: { name: 'Sources', about: 'At least one for reports of the site' },
    people: { name: 'Users', about: 'At least two who can sign in' },
    theme: { name: 'Theme', about: 'The logo and colours of the municipality' },
    test: { name: 'Test report', about: 'Below: from report to answer' },
  },
  counts: {
    areas: (count) => `${count} areas`,
    departments: (count) => `${count} departments`,
    categories: (count) => `${count} categories in use`,
    responsible: (count) =>
      count === 1 ? '1 category without a department' : `${count} categories without a department`,
    sources: (count) => `${count} sources`,
    people: (count) => (count === 1 ? '1 user' : `${count} users`),
  },
  test: 'The test report',
  testIntro:
    'Signalen makes a report with your e-mail address as its reporter, so that you see what a resident sees. Its text says that it is a test.',
  category: 'Category for the test',
  make: 'Make a test report',
  made: 'The test report is made.',
  follow: 'Follow the report',
  openReport: (id) => `Open report ${id}`,
  testSteps: {
    made: { name: 'The report is there', help: '' },
    routed: {
      name: 'A department gets the report',
      help: 'No department is responsible for this category.',
    },
    mailed: {
      name: 'The confirmation is sent',
      help: 'The e-mail did not go out. See at Sent e-mails why.',
    },
    handled: { name: 'The report is handled', help: '' },
    told: { name: 'The answer is sent', help: 'The e-mail did not go out. See at Sent e-mails why.' },
  },
  testStates: { done: 'Done', waiting: 'Not yet', failed: 'Went wrong' },
  handle: 'Open the report, set its status to handled and have the reporter mailed. Then come back here.',
  passed: 'All works: from report to answer.',
  remove: 'Remove the test report',
  removed: 'The test report is removed.',
}
