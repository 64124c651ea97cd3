export const bulk = {
  selected: (count: number) => (count === 1 ? '1 melding geselecteerd' : `${count} meldingen geselecteerd`),
  allSelected: (count: number) => `Alle ${count} meldingen van dit filter geselecteerd`,
  takeAll: (count: number) => `Alle ${count} van dit filter`,
  clear: 'Selectie wissen',
  actions: 'Met de selectie',
  assign: 'Toewijzen',
  department: 'Afdeling',
  category: 'Categorie',
  priority: 'Urgentie',
  status: 'Status',
  note: 'Notitie',
  title: {
    assign: 'Meldingen toewijzen',
    department: 'Afdeling wijzigen',
    category: 'Categorie wijzigen',
    priority: 'Urgentie wijzigen',
    status: 'Status wijzigen',
    note: 'Notitie toevoegen',
  },
  look: (count: number) => (count === 1 ? 'Verder met 1 melding' : `Verder met ${count} meldingen`),
  apply: (count: number) => (count === 1 ? '1 melding wijzigen' : `${count} meldingen wijzigen`),
  back: 'Terug',
  willChange: (changing: number, all: number) =>
    changing === all ? `Alle ${all} worden gewijzigd.` : `${changing} van de ${all} worden gewijzigd.`,
  noMails: 'Er gaat geen e-mail naar melders.',
  willMail: (count: number) =>
    count === 1
      ? '1 melder krijgt een e-mail. Die gaat pas over enkele minuten weg: tot dan kunt u alles ongedaan maken.'
      : `${count} melders krijgen een e-mail. Die gaat pas over enkele minuten weg: tot dan kunt u alles ongedaan maken.`,
  willTell: (count: number) =>
    count === 1 ? 'Er gaat 1 e-mail naar een collega.' : `Er gaan ${count} e-mails naar collega’s.`,
  willNot: (count: number) => (count === 1 ? '1 blijft zoals die is:' : `${count} blijven zoals ze zijn:`),
  refusal: (reason: string, count: number) => `${reason} (${count})`,
  statusHint:
    'Elke melding krijgt deze status, als dat vanuit de huidige status kan. Bij afhandelen en heropenen krijgt de melder een e-mail.',
  categoryHint:
    'De termijn volgt uit de nieuwe categorie. Wie een melding had, is haar daarna kwijt. Wie een melding krijgt door een verdeelregel, kan een e-mail krijgen.',
  newCategory: 'Nieuwe categorie',
  tray: 'Geen: volgens de categorie',
  mailToo: 'Stuur de toelichting per e-mail naar de melders',
  textNeeded: 'Schrijf een toelichting.',
  valueNeeded: 'Maak een keuze.',
  text: 'Toelichting',
  optional: '(niet verplicht)',
  busy: 'Meldingen worden gewijzigd',
  progress: (done: number, all: number) => `Bezig: ${done} van ${all} meldingen klaar`,
  undoing: (done: number, all: number) => `Wordt ongedaan gemaakt: ${done} van ${all} klaar`,
  done: (count: number) => (count === 1 ? '1 melding is gewijzigd.' : `${count} meldingen zijn gewijzigd.`),
  failed: (count: number) =>
    count === 1 ? '1 melding is niet gewijzigd' : `${count} meldingen zijn niet gewijzigd`,
  undo: 'Ongedaan maken',
  held: 'De e-mail wordt nog even vastgehouden.',
  undone: (count: number) =>
    count === 1 ? '1 melding staat weer zoals die was.' : `${count} meldingen staan weer zoals ze waren.`,
  notUndone: (count: number) =>
    count === 1 ? '1 melding is niet teruggezet' : `${count} meldingen zijn niet teruggezet`,
}
