const JOBS: Readonly<Record<string, string>> = {
  'mail.send': 'E-mail versturen',
  'signal.split': 'Een melding over meer objecten splitsen',
  'followers.tell': 'Volgers van een melding mailen',
  'bulk.run': 'Veel meldingen tegelijk wijzigen',
  'bulk.undo': 'Veel wijzigingen ongedaan maken',
  'address.check': 'Het adres van een melding opzoeken',
  'attachment.scan': 'Een bestand op virussen controleren',
  'task.run': 'Werk van de klok',
}

const SERVICES: Readonly<Record<string, string>> = {
  mail: 'Mailserver',
  addresses: 'Adressen (register)',
  map: 'Kaart op de achtergrond',
  classification: 'Voorstel voor de categorie',
  files: 'Opslag van bestanden',
  'virus-scanner': 'Virusscanner',
  identity: 'Inloggen (identiteitsprovider)',
  'city-control': 'CityControl',
}

const MISSING: Readonly<Record<string, string>> = {
  mail: 'E-mail gaat nu niet weg. Alles wordt bewaard en gaat later vanzelf.',
  addresses: 'Adressen zoeken werkt nu niet. Zet de plek op de kaart.',
  classification: 'De categorie wordt nu niet voorgesteld. Kies die zelf.',
  files: 'Foto’s en bijlagen kunt u nu niet openen of toevoegen.',
  'virus-scanner': 'Nieuwe bestanden worden nu niet gecontroleerd. U kunt ze openen als dat is gedaan.',
  identity: 'Inloggen werkt nu niet. Log niet uit tot het weer werkt.',
  'city-control': 'CityControl is nu niet te bereiken. Stuur een melding later nog eens door.',
}

export const operations = {
  clockTitle: 'Wat vanzelf wordt gedaan',
  table: (what: string) => `Tabel: ${what}`,
  servicesTitle: 'Diensten van buiten',
  servicesIntro: 'Wat Signalen van andere systemen nodig heeft, en of die antwoorden.',
  service: 'Dienst',
  services: (name: string) => SERVICES[name] ?? name.replace(/^open-data /, 'Open data: '),
  state: 'Stand',
  states: { works: 'Werkt', shaky: 'Hapert', down: 'Werkt niet', 'not known': 'Nog niet gebruikt' },
  resting: 'wordt even met rust gelaten',
  lastSuccess: 'Laatst gelukt',
  lastFailure: 'Laatst mislukt',
  none: 'Nooit',
  noServices: 'Signalen gebruikt nu geen diensten van buiten.',
  causes: {
    'no answer in time': 'Er kwam niet op tijd antwoord',
    'not reachable': 'De andere kant was niet bereikbaar',
    refused: 'De andere kant weigerde',
    'broken off': 'Het werk werd afgebroken',
    'not found': 'Iets wat nodig was, is er niet',
    database: 'De database liet het niet toe',
    other: 'Een andere fout',
  },
  missingTitle: 'Niet alles werkt nu.',
  missing: (name: string) =>
    MISSING[name] ?? 'Objecten op de kaart, zoals lantaarnpalen, zijn nu niet allemaal te zien.',
  jobs: (name: string) => JOBS[name] ?? name,
  failedTitle: 'Mislukt werk',
  failedIntro:
    'Dit is vaak geprobeerd en niet gelukt. Laat het opnieuw doen als de oorzaak weg is, of laat het vallen.',
  noFailed: 'Er is geen mislukt werk.',
  failedMore: (count: number) => `In totaal ${count}. De nieuwste 100 staan hier.`,
  job: 'Werk',
  about: 'Over',
  signal: (id: string) => `Melding ${id}`,
  why: 'Waarom',
  failedAt: 'Mislukt op',
  attempts: (count: number) => (count === 1 ? '1 keer geprobeerd' : `${count} keer geprobeerd`),
  settle: 'Opnieuw of laten vallen',
  again: 'Opnieuw',
  againFor: (what: string, when: string) => `Opnieuw: ${what} van ${when}`,
  drop: 'Laten vallen',
  dropFor: (what: string, when: string) => `Laten vallen: ${what} van ${when}`,
  dropSure: 'Laten vallen? Dan wordt dit niet meer gedaan.',
  retried: 'Het werk wordt opnieuw gedaan.',
  dropped: 'Het werk is vervallen.',
  runningTitle: 'Werk dat nu loopt of wacht',
  noRunning: 'Er loopt of wacht nu niets.',
  since: 'Hoe lang al',
  runs: 'Loopt',
  waits: (count: number) => (count === 1 ? '1 wacht' : `${count} wachten`),
  retries: (count: number) =>
    count === 1
      ? '1 mislukte en wordt nog eens geprobeerd'
      : `${count} mislukten en worden nog eens geprobeerd`,
  age: (seconds: number) => {
    if (seconds < 60) return `${seconds} seconden`
    if (seconds < 3600) return `${Math.round(seconds / 60)} minuten`
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} uur` : `${Math.round(seconds / 86_400)} dagen`
  },
}
