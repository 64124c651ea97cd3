export const relations = {
  title: 'Hoort bij elkaar',
  none: 'Deze melding is niet aan een andere gekoppeld.',
  add: 'Koppelen of bundelen',
  kinds: {
    duplicate_of: 'Dubbel met',
    duplicate: 'Dubbele melding',
    linked: 'Gekoppeld',
  },
  since: (when: string, who: string) => `Sinds ${when}, door ${who}`,
  hidden: 'U mag deze melding niet zien',
  follows: 'De melder krijgt dezelfde antwoorden als de melder van die melding.',
  alsoTo: (count: number) =>
    count === 1
      ? 'Aan deze melding is 1 dubbele melding gebundeld. Wat u de melder schrijft, krijgt die melder ook.'
      : `Aan deze melding zijn ${count} dubbele meldingen gebundeld. Wat u de melder schrijft, krijgen die melders ook.`,
  dialog: 'Koppelen of bundelen',
  number: 'Nummer van de andere melding',
  numberWrong: 'Vul het nummer van een melding in.',
  kind: 'Wat is het verband?',
  isDuplicate: 'Deze melding is dubbel met de andere',
  isDuplicateHint:
    'Deze melding wordt geannuleerd. De melder krijgt voortaan de antwoorden op de andere melding.',
  isLinked: 'De meldingen horen bij elkaar',
  isLinkedHint: 'Beide blijven zoals ze zijn, en verwijzen naar elkaar.',
  text: 'Bericht aan de melder',
  textHint: 'De melder krijgt dit per e-mail. Maak het leeg om nu niets te sturen.',
  standard:
    'U was niet de enige: iemand anders had dit al gemeld. Wij behandelen de meldingen samen. U krijgt bericht als het klaar is.',
  save: 'Opslaan',
  saveMail: 'Opslaan en versturen',
  done: 'De meldingen zijn bij elkaar gezet.',
  undo: 'Ongedaan maken',
  end: (number: string) => `Verband met ${number} verwijderen`,
  endSure: (number: string) => `Het verband met ${number} verwijderen?`,
  endDuplicate:
    'De dubbele melding gaat weer open als er sindsdien niets aan is veranderd. Er gaat geen e-mail uit.',
  ended: 'Het verband is verwijderd.',
  same: (number: string) => `Dubbel met ${number}`,
}

export const suggestion = {
  title: 'Voorstel voor de categorie',
  other: (name: string) => `Past ${name} beter?`,
  agrees: 'Het voorstel is dezelfde categorie.',
  unsure: 'Niet zeker genoeg voor een voorstel. Het dichtst in de buurt komt:',
  percentage: (share: number) => `${Math.round(share * 100)}%`,
  words: 'Door de woorden:',
  take: (name: string) => `${name} kiezen`,
  current: 'nu',
  danger: 'Let op: wijst op gevaar',
  dangerWords: (name: string, words: string) => `${name}, door “${words}”`,
}
