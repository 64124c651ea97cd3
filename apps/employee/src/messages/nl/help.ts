export const help = {
  open: 'Hulp bij dit scherm',
  title: 'Hulp bij dit scherm',
  can: 'Wat u hier kunt doen',
  more: 'Meer uitleg',
  stories: {
    handler: 'Een dag van een behandelaar',
    coordinator: 'Een dag van een coördinator',
    'field-worker': 'Een dag van iemand in de buitendienst',
    administrator: 'Een dag van een functioneel beheerder',
  },
  news: 'Wat er nieuw is',
  keys: 'Druk op de toets ? voor alle sneltoetsen.',
  isNew: 'Signalen is vernieuwd.',
  dismiss: 'Niet meer tonen',
  inEnglish: 'Dit overzicht is er alleen in het Engels.',
}
