export const relations = {
  title: 'Belongs together',
  none: 'This report is not linked to another.',
  add: 'Link or bundle',
  kinds: {
    duplicate_of: 'Duplicate of',
    duplicate: 'Duplicate',
    linked: 'Linked',
  },
  since: (when: string, who: string) => `Since ${when}, by ${who}`,
  hidden: 'You may not see this report',
  follows: 'The reporter gets the same answers as the reporter of that report.',
  alsoTo: (count: number) =>
    count === 1
      ? '1 duplicate is bundled with this report. Its reporter gets what you write to the reporter as well.'
      : `${count} duplicates are bundled with this report. Their reporters get what you write to the reporter as well.`,
  dialog: 'Link or bundle',
  number: 'Number of the other report',
  numberWrong: 'Fill in the number of a report.',
  kind: 'How do they belong together?',
  isDuplicate: 'This report is a duplicate of the other',
  isDuplicateHint: 'This report is cancelled. From now on its reporter gets the answers to the other report.',
  isLinked: 'The reports belong together',
  isLinkedHint: 'Both stay as they are, and refer to each other.',
  text: 'Message to the reporter',
  textHint: 'The reporter gets this by e-mail. Empty it to send nothing now.',
  standard:
    'U was niet de enige: iemand anders had dit al gemeld. Wij behandelen de meldingen samen. U krijgt bericht als het klaar is.',
  save: 'Save',
  saveMail: 'Save and send',
  done: 'The reports were put together.',
  undo: 'Undo',
  end: (number: string) => `End the relation with ${number}`,
  endSure: (number: string) => `End the relation with ${number}?`,
  endDuplicate: 'The duplicate is opened again if nothing changed since. No e-mail goes out.',
  ended: 'The relation has ended.',
  same: (number: string) => `Duplicate of ${number}`,
}

export const suggestion = {
  title: 'Suggested category',
  other: (name: string) => `Is ${name} better?`,
  agrees: 'The suggestion is the same category.',
  unsure: 'Not sure enough to suggest one. The nearest is:',
  percentage: (share: number) => `${Math.round(share * 100)}%`,
  words: 'Because of the words:',
  take: (name: string) => `Choose ${name}`,
  current: 'now',
  danger: 'Mind: points to danger',
  dangerWords: (name: string, words: string) => `${name}, because of “${words}”`,
}
