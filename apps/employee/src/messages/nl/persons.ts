const ACTIONS: Readonly<Record<string, string>> = {
  'person.find': 'Opgezocht',
  'person.handOver': 'Gegevens meegegeven',
  'person.correct': 'Verbeterd',
  'person.erase': 'Gewist',
}

export const persons = {
  title: 'Rechten van personen',
  intro:
    'Iemand vraagt wat er over hem of haar is. Zoek met een e-mailadres, een telefoonnummer of beide. Wat u hier doet, komt in het register.',
  email: 'E-mailadres',
  phone: 'Telefoonnummer',
  find: 'Opzoeken',
  handOver: 'Alles ophalen om mee te geven',
  found: 'Wat er is gevonden',
  reports: (count: number) => (count === 1 ? '1 melding' : `${count} meldingen`),
  mails: (count: number) => (count === 1 ? '1 e-mail' : `${count} e-mails`),
  subscriptions: (count: number) =>
    count === 1 ? 'Volgt 1 melding of gebied' : `Volgt ${count} meldingen of gebieden`,
  isEmployee: 'Dit is ook het adres van een medewerker. Die gegevens beheert u bij Gebruikers.',
  earlier: (count: number) =>
    count === 1
      ? 'Er is al 1 keer iets met deze persoon gedaan.'
      : `Er is al ${count} keer iets met deze persoon gedaan.`,
  mentions: 'Ook genoemd in:',
  correct: 'Verbeteren',
  newEmail: 'Nieuw e-mailadres',
  newPhone: 'Nieuw telefoonnummer',
  correctIn: (count: number) =>
    count === 1 ? 'Verbeteren in 1 melding' : `Verbeteren in ${count} meldingen`,
  corrected: (count: number) =>
    count === 1 ? 'Verbeterd in 1 melding.' : `Verbeterd in ${count} meldingen.`,
  erase: 'Wissen',
  words: 'Woorden die ook weg moeten',
  wordsHint: 'Zoals de naam, op elke regel één. Zij verdwijnen uit de teksten van deze persoon.',
  files: 'Ook de foto’s van deze persoon wissen',
  eraseNow: 'Alles over deze persoon wissen',
  eraseSure: (count: number) =>
    count === 1
      ? 'Alles over deze persoon verdwijnt uit 1 melding. Dit kan niet ongedaan worden gemaakt.'
      : `Alles over deze persoon verdwijnt uit ${count} meldingen. Dit kan niet ongedaan worden gemaakt.`,
  erased: (count: number) => (count === 1 ? 'Gewist uit 1 melding.' : `Gewist uit ${count} meldingen.`),
  register: 'Register',
  registerIntro:
    'Wat er met gegevens van personen is gedaan. Het kenmerk is voor dezelfde persoon hetzelfde, en zegt niet wie het is.',
  registerEmpty: 'Er is nog niets gedaan.',
  print: 'Kenmerk',
  actions: (action: string) => ACTIONS[action] ?? action,
}
