export const areas = {
  title: 'Gebieden',
  intro: 'Wijken, buurten en andere gebieden. Zij staan in filters, in regels en bij elke melding.',
  bring: 'Gebieden inlezen',
  bringIntro:
    'Lees gebieden uit een bestand. Wat er al is met dezelfde code, wordt bijgewerkt. Klopt er één niet, dan wordt er niets opgeslagen.',
  type: 'Soort gebied',
  addType: 'Nieuwe soort gebied',
  code: 'Code',
  file: 'Bestand',
  fileHint: 'GeoJSON, of een shapefile in een zip-bestand. Rijksdriehoekscoördinaten worden omgerekend.',
  fileWrong: 'In dit bestand staan geen gebieden. Kies een GeoJSON-bestand of een zip met een shapefile.',
  found: (count: number) => (count === 1 ? '1 gebied gevonden.' : `${count} gebieden gevonden.`),
  nameField: 'Veld met de naam',
  codeField: 'Veld met de code',
  check: 'Controleren',
  bringIn: 'Inlezen',
  map: 'De gebieden op de kaart',
  line: 'Nummer',
  result: 'Resultaat',
  outcomes: { new: 'Nieuw', changed: 'Wordt bijgewerkt', same: 'Is al zo', refused: 'Kan niet' },
  sound: 'Alles klopt. Er is nog niets opgeslagen.',
  stored: 'De gebieden zijn opgeslagen.',
  refused: (count: number) =>
    count === 1
      ? '1 gebied klopt niet. Er is niets opgeslagen.'
      : `${count} gebieden kloppen niet. Er is niets opgeslagen.`,
  untouched: (codes: readonly string[]) =>
    `Niet in het bestand, en blijven zoals ze zijn: ${codes.join(', ')}.`,
}
