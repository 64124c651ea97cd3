export const planned = {
  title: 'Geplande wijzigingen',
  intro:
    'Wat op een later moment wordt gewijzigd. Mag wie het klaarzette het dan niet meer, of klopt het niet meer, dan gebeurt er niets en krijgt die een e-mail.',
  later: 'Op een later moment wijzigen',
  laterHint:
    'Zet klaar wat hierboven staat. Signalen wijzigt het op dit moment uit uw naam. U kunt het tot dan laten vervallen.',
  at: 'Wanneer',
  plan: 'Klaarzetten',
  planned: 'De wijziging staat klaar.',
  incomplete: 'Vul eerst alles goed in.',
  noMoment: 'Kies een dag en een tijd.',
  coming: (when: string) => `Er staat al een wijziging klaar voor ${when}.`,
  toList: 'Bekijk de geplande wijzigingen',
  what: 'Wat',
  kinds: {
    category: 'Categorie',
    questions: 'Vragen',
    status_message: 'Standaardtekst',
    mail_template: 'Tekst van e-mail',
    expression: 'Regel',
  },
  by: 'Door',
  state: 'Stand',
  states: { planned: 'Staat klaar', done: 'Gedaan', failed: 'Niet gelukt', cancelled: 'Vervallen' },
  cancel: 'Laten vervallen',
  cancelFor: (what: string) => `Laten vervallen: ${what}`,
  cancelled: 'De wijziging is vervallen.',
}
