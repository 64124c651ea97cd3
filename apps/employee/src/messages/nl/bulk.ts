export const bulk = {
  selected: (count: number) => (count === 1 ? '1 melding geselecteerd' : `${count} meldingen geselecteerd`),
  clear: 'Selectie wissen',
  actions: 'Met de selectie',
  assign: 'Toewijzen',
  priority: 'Urgentie',
  status: 'Status',
  note: 'Notitie',
  title: {
    assign: 'Meldingen toewijzen',
    priority: 'Urgentie wijzigen',
    status: 'Status wijzigen',
    note: 'Notitie toevoegen',
  },
  apply: (count: number) => (count === 1 ? 'Op 1 melding toepassen' : `Op ${count} meldingen toepassen`),
  statusHint:
    'Elke melding krijgt deze status, als dat vanuit de huidige status kan. Bij afhandelen en heropenen krijgt de melder een e-mail.',
  textNeeded: 'Schrijf een toelichting.',
  valueNeeded: 'Maak een keuze.',
  text: 'Toelichting',
  optional: '(niet verplicht)',
  progress: (done: number, all: number) => `${done} van ${all} klaar`,
  stop: 'Stoppen',
  done: (count: number) => (count === 1 ? '1 melding is gewijzigd.' : `${count} meldingen zijn gewijzigd.`),
  failed: (count: number) =>
    count === 1 ? '1 melding is niet gewijzigd:' : `${count} meldingen zijn niet gewijzigd:`,
  failedStay: 'Deze blijven geselecteerd.',
  skipped: (count: number) => `${count} niet meer gedaan, omdat u stopte.`,
}
