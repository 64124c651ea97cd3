import type { Messages } from '../nl.ts'

export const categories: Messages['categories'] = {
  icon: 'Icon',
  iconHint: 'For the map. An SVG fits every size; PNG, JPEG and GIF can be used as well.',
  iconOf: (name) => `Icon of ${name}`,
  iconChoose: 'Choose icon',
  iconRemove: 'Remove icon',
  merge: 'Merge or move',
  mergeInto: 'Merge into',
  mergeTitle: (from, into) => `What happens when ${from} merges into ${into}`,
  mergeOpen: (count, into) =>
    count === 1 ? `1 open report goes to ${into}.` : `${count} open reports go to ${into}.`,
  mergeDeadline: 'Their term stays as it was promised to the reporter.',
  mergeKeeps: 'Whoever handles them keeps them.',
  mergeLoses: 'Another department is responsible: assignments to people and departments end.',
  mergeEnded: (count, from) =>
    count === 1 ? `1 handled report stays with ${from}.` : `${count} handled reports stay with ${from}.`,
  mergeTexts: (count) =>
    count === 1 ? '1 standard text comes along.' : `${count} standard texts come along.`,
  mergeQuestions: (count) =>
    count === 1 ? '1 question is no longer asked.' : `${count} questions are no longer asked.`,
  mergeRules: (names) =>
    `These rules name the category, and you have to change them yourself: ${names.join(', ')}.`,
  mergeStops: (from) => `${from} is no longer used.`,
  mergeNow: (count) => (count === 1 ? 'Merge with 1 report' : `Merge with ${count} reports`),
  moveTo: 'Move to main category',
  moveHint: 'All reports come along. The web address of the category changes.',
  move: 'Move',
  translations: 'In other languages',
  translationsHint: 'What you leave open, residents read in Dutch.',
  noResponsible: 'No department is responsible for this category.',
}
