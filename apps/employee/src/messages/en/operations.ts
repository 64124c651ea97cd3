import type { Messages } from '../nl.ts'

const JOBS: Readonly<Record<string, string>> = {
  'mail.send': 'Send e-mail',
  'signal.split': 'Split a report about several objects',
  'followers.tell': 'Mail who follows a report',
  'bulk.run': 'Change many reports at once',
  'bulk.undo': 'Undo many changes',
  'address.check': 'Look up the address of a report',
  'attachment.scan': 'Scan a file for viruses',
  'task.run': 'Work by the clock',
}

const SERVICES: Readonly<Record<string, string>> = {
  mail: 'Mail server',
  addresses: 'Addresses (register)',
  map: 'Map in the background',
  classification: 'Suggested category',
  files: 'Storage of files',
  'virus-scanner': 'Virus scanner',
  identity: 'Signing in (identity provider)',
  'city-control': 'CityControl',
}

const MISSING: Readonly<Record<string, string>> = {
  mail: 'E-mail does not go out now. Everything is kept and goes later by itself.',
  addresses: 'Addresses cannot be looked up now. Put the place on the map.',
  classification: 'No category is suggested now. Choose it yourself.',
  files: 'Photos and attachments cannot be opened or added now.',
  'virus-scanner': 'New files are not scanned now. They can be opened once that is done.',
  identity: 'Signing in does not work now. Do not sign out until it does.',
  'city-control': 'CityControl cannot be reached now. Send a report to it later.',
}

export const operations: Messages['operations'] = {
  clockTitle: 'What is done by itself',
  table: (what) => `Table: ${what}`,
  servicesTitle: 'Services outside',
  servicesIntro: 'What Signalen needs of other systems, and whether they answer.',
  service: 'Service',
  services: (name) => SERVICES[name] ?? name.replace(/^open-data /, 'Open data: '),
  state: 'State',
  states: { works: 'Works', shaky: 'Falters', down: 'Does not work', 'not known': 'Not used yet' },
  resting: 'left alone for a moment',
  lastSuccess: 'Last success',
  lastFailure: 'Last failure',
  none: 'Never',
  noServices: 'Signalen uses no services outside now.',
  causes: {
    'no answer in time': 'There was no answer in time',
    'not reachable': 'The other side could not be reached',
    refused: 'The other side refused',
    'broken off': 'The work was broken off',
    'not found': 'Something that was needed is not there',
    database: 'The database did not allow it',
    other: 'Another fault',
  },
  missingTitle: 'Not everything works now.',
  missing: (name) => MISSING[name] ?? 'Objects on the map, such as street lights, cannot all be shown now.',
  jobs: (name) => JOBS[name] ?? name,
  failedTitle: 'Failed work',
  failedIntro: 'This was tried often and failed. Have it done again when the cause is gone, or let it be.',
  noFailed: 'No work has failed.',
  failedMore: (count) => `${count} in all. The newest 100 are shown.`,
  job: 'Work',
  about: 'About',
  signal: (id) => `Report ${id}`,
  why: 'Why',
  failedAt: 'Failed at',
  attempts: (count) => (count === 1 ? 'tried once' : `tried ${count} times`),
  settle: 'Again or let it be',
  again: 'Again',
  againFor: (what, when) => `Again: ${what} of ${when}`,
  drop: 'Let it be',
  dropFor: (what, when) => `Let it be: ${what} of ${when}`,
  dropSure: 'Let it be? Then this is not done any more.',
  retried: 'The work is done once more.',
  dropped: 'The work is let be.',
  runningTitle: 'Work that runs or waits now',
  noRunning: 'Nothing runs or waits now.',
  since: 'For how long',
  runs: 'Runs',
  waits: (count) => (count === 1 ? '1 waits' : `${count} wait`),
  retries: (count) => (count === 1 ? '1 failed and is tried again' : `${count} failed and are tried again`),
  age: (seconds) => {
    if (seconds < 60) return `${seconds} seconds`
    if (seconds < 3600) return `${Math.round(seconds / 60)} minutes`
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`
  },
}
