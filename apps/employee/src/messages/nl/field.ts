export const field = {
  title: 'Mijn route',
  intro: 'Uw open meldingen, in een volgorde die een korte weg geeft.',
  empty: 'Aan u zijn geen open meldingen toegewezen.',
  tooMany: (count: number) =>
    `U hebt meer dan ${count} open meldingen. Op de route staan de ${count} die u het langst hebt.`,
  start: 'Beginnen waar ik ben',
  noPlace: 'Uw plek is niet bekend. Geef de browser het recht om uw locatie te gebruiken.',
  distance: (kilometres: string) => `Ongeveer ${kilometres} km, hemelsbreed.`,
  map: 'Kaart met de route',
  list: 'Meldingen op de route',
  stop: (place: number) => `Stop ${place}`,
  here: 'Hier bent u',
  navigate: 'Navigeren',
  take: 'Meenemen zonder verbinding',
  takeAgain: 'Opnieuw meenemen',
  taking: 'Meldingen worden opgehaald…',
  taken: (count: number, time: string) =>
    count === 1
      ? `1 melding is meegenomen om ${time}. U kunt er ook zonder verbinding mee werken.`
      : `${count} meldingen zijn meegenomen om ${time}. U kunt er ook zonder verbinding mee werken.`,
  takeFailed: 'Niet alles kon worden opgehaald. Probeer het opnieuw met een goede verbinding.',
  takeHint:
    'De meldingen en hun foto’s staan dan op dit apparaat, een dag lang, of tot u uitlogt. Meenemen kan niet in elke browser.',
  leave: 'Van dit apparaat halen',
  left: 'Er staat niets meer op dit apparaat.',
  leaveWaiting: (count: number) =>
    count === 1
      ? 'Er wacht nog 1 wijziging op verzending. Verstuur die eerst.'
      : `Er wachten nog ${count} wijzigingen op verzending. Verstuur die eerst.`,
  kept: 'Bewaard. Wordt verstuurd zodra er verbinding is.',
  outbox: 'Nog te versturen',
  waiting: 'Wacht op verbinding',
  conflict: 'Iemand anders heeft deze melding intussen gewijzigd.',
  refused: (reason: string) => `Niet verstuurd: ${reason}`,
  refusedShort: 'niet verstuurd, zie Mijn route',
  look: 'Bekijk de melding',
  sendAnyway: 'Toch versturen',
  throwAway: 'Weggooien',
  photo: 'Foto',
  before: 'Foto vooraf',
  after: 'Foto na afloop',
  captionBefore: 'Vooraf',
  captionAfter: 'Na afloop',
  speak: 'Inspreken',
  listening: 'Stop met inspreken',
  notHeard: 'Er is niets verstaan. Probeer het opnieuw, of gebruik de microfoon van uw toetsenbord.',
}
