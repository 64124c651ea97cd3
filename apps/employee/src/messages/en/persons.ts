import type { Messages } from '../nl.ts'

const ACTIONS: Readonly<Record<string, string>> = {
  'person.find': 'Looked up',
  'person.handOver': 'Data handed over',
  'person.correct': 'Corrected',
  'person.erase': 'Erased',
}

export const persons: Messages['persons'] = {
  title: 'Rights of persons',
  intro:
    'Someone asks what there is about them. Search by e-mail address, phone number or both. What you do here is entered in the register.',
  email: 'E-mail address',
  phone: 'Phone number',
  find: 'Look up',
  handOver: 'Get everything to hand over',
  found: 'What was found',
  reports: (count) => (count === 1 ? '1 report' : `${count} reports`),
  mails: (count) => (count === 1 ? '1 e-mail' : `${count} e-mails`),
  subscriptions: (count) => (count === 1 ? 'Follows 1 report or area' : `Follows ${count} reports or areas`),
  isEmployee: 'This is the address of a member of staff too. You look after those data under Users.',
  earlier: (count) =>
    count === 1
      ? 'Something was done about this person once before.'
      : `Something was done about this person ${count} times before.`,
  mentions: 'Named in as well:',
  correct: 'Correct',
  newEmail: 'New e-mail address',
  newPhone: 'New phone number',
  correctIn: (count) => (count === 1 ? 'Correct in 1 report' : `Correct in ${count} reports`),
  corrected: (count) => (count === 1 ? 'Corrected in 1 report.' : `Corrected in ${count} reports.`),
  erase: 'Erase',
  words: 'Words that must go too',
  wordsHint: 'Such as the name, one on each line. They vanish from the texts of this person.',
  files: 'Erase the photos of this person too',
  eraseNow: 'Erase everything about this person',
  eraseSure: (count) =>
    count === 1
      ? 'Everything about this person vanishes from 1 report. This cannot be undone.'
      : `Everything about this person vanishes from ${count} reports. This cannot be undone.`,
  erased: (count) => (count === 1 ? 'Erased from 1 report.' : `Erased from ${count} reports.`),
  register: 'Register',
  registerIntro:
    'What was done with data of persons. The mark is the same for the same person, and does not tell who it is.',
  registerEmpty: 'Nothing was done yet.',
  print: 'Mark',
  actions: (action) => ACTIONS[action] ?? action,
}
