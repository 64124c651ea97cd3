export const areas = {
  title: 'Gebieden',
  intro: 'Wijken, buurten en andere gebieden. Zij staan in filters, in regels en bij elke melding.',
  bring: 'Gebieden inlezen',
  bringIntro:
    'Lees gebieden uit een bestand. Wat er al is met dezelfde code, wordt bijgewerkt. Klopt er één niet, dan wordt er niets opgeslagen.',
  type: 'Soort gebied',
  addType: 'Nieuwe soort gebied',
  code: 'Code',
  fetch: 'Ophalen van een kaartserver (WFS)',
  fetchHint: 'Van een server die bij “Bronnen van objecten” in de instellingen staat.',
  url: 'Adres',
  typeName: 'Naam van de kaartlaag',
  typeNameHint: 'Zoals wijken of gemeente:wijken. Laat leeg als het adres er al om vraagt.',
  fetchNow: 'Ophalen',
  fetching: 'Bezig met ophalen…',
  uses: 'Wat van dit gebied afhangt',
  reports: (count: number) =>
    count === 1
      ? '1 melding is hier gedaan. Die houdt de naam.'
      : `${count} meldingen zijn hier gedaan. Zij houden de naam.`,
  filters: (count: number) =>
    count === 1 ? '1 bewaard filter vraagt ernaar.' : `${count} bewaarde filters vragen ernaar.`,
  followers: (count: number) =>
    count === 1 ? '1 persoon krijgt er mail over.' : `${count} personen krijgen er mail over.`,
  noUses: 'Niets hangt van dit gebied af.',
  shape: 'Andere vorm',
  shapeHint: 'GeoJSON of een shapefile in een zip-bestand. Laat leeg om de vorm te houden.',
  which: 'Welk gebied uit het bestand',
  remove: 'Gebied verwijderen',
  removeSure: 'Dit gebied verwijderen? Filters vragen er dan niet meer naar, en mail erover stopt.',
  removeNamed: 'Regels vragen naar dit gebied. Zij passen daarna niet meer.',
  changes: { 'area.saved': 'Gewijzigd', 'area.removed': 'Verwijderd' },
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
