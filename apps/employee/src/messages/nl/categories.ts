export const categories = {
  icon: 'Icoon',
  iconHint: 'Voor op de kaart. Een SVG past zich aan elke grootte aan; PNG, JPEG en GIF kunnen ook.',
  iconOf: (name: string) => `Icoon van ${name}`,
  iconChoose: 'Icoon kiezen',
  iconRemove: 'Icoon verwijderen',
  merge: 'Samenvoegen of verplaatsen',
  mergeInto: 'Samenvoegen met',
  mergeTitle: (from: string, into: string) => `Dit gebeurt er als ${from} opgaat in ${into}`,
  mergeOpen: (count: number, into: string) =>
    count === 1 ? `1 open melding gaat naar ${into}.` : `${count} open meldingen gaan naar ${into}.`,
  mergeDeadline: 'Hun termijn blijft zoals die aan de melder is beloofd.',
  mergeKeeps: 'Wie ze behandelt, houdt ze.',
  mergeLoses: 'Een andere afdeling is verantwoordelijk: de toewijzing aan personen en afdelingen vervalt.',
  mergeEnded: (count: number, from: string) =>
    count === 1
      ? `1 afgehandelde melding blijft bij ${from}.`
      : `${count} afgehandelde meldingen blijven bij ${from}.`,
  mergeTexts: (count: number) =>
    count === 1 ? '1 standaardtekst gaat mee.' : `${count} standaardteksten gaan mee.`,
  mergeQuestions: (count: number) =>
    count === 1 ? '1 vraag wordt niet meer gesteld.' : `${count} vragen worden niet meer gesteld.`,
  mergeRules: (names: readonly string[]) =>
    `Deze regels noemen de categorie en moet u zelf aanpassen: ${names.join(', ')}.`,
  mergeStops: (from: string) => `${from} wordt niet meer gebruikt.`,
  mergeNow: (count: number) =>
    count === 1 ? 'Samenvoegen met 1 melding' : `Samenvoegen met ${count} meldingen`,
  moveTo: 'Verplaatsen naar hoofdcategorie',
  moveHint: 'Alle meldingen gaan mee. Het webadres van de categorie verandert.',
  move: 'Verplaatsen',
  translations: 'In andere talen',
  translationsHint: 'Wat u openlaat, lezen bewoners in het Nederlands.',
  noResponsible: 'Geen afdeling is verantwoordelijk voor deze categorie.',
}
