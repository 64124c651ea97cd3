export const people = {
  leave: 'Deze gebruiker gaat weg',
  openWork: (count: number) =>
    count === 1 ? 'Er staat 1 open melding op naam.' : `Er staan ${count} open meldingen op naam.`,
  rules: (names: readonly string[]) =>
    `Deze regels sturen meldingen naar deze gebruiker, en sturen ze straks naar de afdeling: ${names.join(', ')}.`,
  to: 'Wie neemt de open meldingen over?',
  tray: 'Niemand: terug naar de bak van de afdeling',
  leaveNow: 'Gebruiker uitzetten',
  leaveWith: (count: number) =>
    count === 1 ? 'Uitzetten en 1 melding overdragen' : `Uitzetten en ${count} meldingen overdragen`,
  invite: 'Stuur een e-mail met hoe inloggen gaat',
  inviteNew: 'Stuur wie nieuw is een e-mail met hoe inloggen gaat',
  inviteText: 'De tekst past u aan bij Teksten van e-mails.',
  inviteAgain: 'Uitnodiging opnieuw sturen',
  invited: 'De uitnodiging gaat weg.',
  bring: 'Gebruikers inlezen',
  bringIntro:
    'Lees gebruikers uit een CSV-bestand. Wie er al is, wordt bijgewerkt. Klopt een regel niet, dan wordt er niets opgeslagen. Een voorbeeld:',
  example:
    'e-mailadres;voornaam;achternaam;rollen;afdelingen\nnaam@gemeente.example;Nina;Berg;Behandelaar;AFV, GRN',
  line: 'Regel',
  refused: (count: number) =>
    count === 1
      ? '1 regel klopt niet. Er is niets opgeslagen.'
      : `${count} regels kloppen niet. Er is niets opgeslagen.`,
  stored: 'De gebruikers zijn opgeslagen.',
}
