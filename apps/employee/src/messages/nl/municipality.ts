interface SettingWords {
  readonly name: string
  readonly about: string
}

/** By the name of the setting, in the order in which they are shown. */
const SETTINGS: Readonly<Record<string, SettingWords>> = {
  name: { name: 'Naam', about: 'Zoals de gemeente op de site, in e-mail en in PDF heet' },
  contact: {
    name: 'Contactgegevens',
    about: 'Hoe melders de gemeente bereiken; het noodnummer staat bij gevaar',
  },
  mailFrom: { name: 'Afzender van e-mail', about: 'Een no-reply-adres met de naam ervoor' },
  idPrefix: { name: 'Letters voor het nummer', about: 'Staat voor het nummer van elke melding' },
  timeZone: { name: 'Tijdzone', about: 'Waarin tijden worden getoond en termijnen worden geteld' },
  boundingBox: { name: 'Grens van de kaart', about: 'West, zuid, oost en noord, in graden' },
  addressCheck: {
    name: 'Adressen controleren',
    about: 'off: niet; mark: onbekende adressen krijgen een merkje; require: zij worden geweigerd',
  },
  addressMunicipalities: {
    name: 'Gemeenten van adressen',
    about: 'Alleen adressen hieruit; leeg is overal vandaan',
  },
  addressFormat: {
    name: 'Hoe adressen worden geschreven',
    about: 'O straat, h nummer, l letter, P postcode, W plaats',
  },
  signalAreaType: {
    name: 'Soort gebied van een melding',
    about: 'De code van de soort gebied die bij een melding wordt bepaald',
  },
  determineStadsdeel: { name: 'Stadsdeel bepalen', about: 'Bij elke melding het stadsdeel opzoeken' },
  objectOrigins: { name: 'Bronnen van objecten', about: 'Adressen waarvan objecten op de kaart mogen komen' },
  publicGeography: {
    name: 'Openbare meldingen bij het melden',
    about: 'Melders zien open meldingen in de buurt',
  },
  publicMapSignals: {
    name: 'Oude openbare kaart',
    about: 'Het oude adres voor de kaart, voor bestaande koppelingen',
  },
  formLanguages: {
    name: 'Talen van het meldformulier',
    about: 'nl, en, tr, pl, uk of ar; de eerste is de gewone',
  },
  offlineForm: {
    name: 'Melden zonder verbinding',
    about: 'Een telefoon bewaart de melding tot er verbinding is',
  },
  publicMapMetres: { name: 'Afronden op de openbare kaart', about: 'In meters; 0 toont de precieze plek' },
  nearRadiusMetres: { name: 'Wat dichtbij is', about: 'In meters, voor meldingen in de buurt' },
  nearWeeks: { name: 'Hoe lang terug in de buurt', about: 'In weken' },
  geographyPageSize: { name: 'Meldingen per keer op de kaart', about: 'Meer is zwaarder' },
  myReports: { name: 'Mijn meldingen', about: 'Melders zien hun eigen meldingen met een link in een e-mail' },
  myReportsHistoryMonths: { name: 'Mijn meldingen: hoe ver terug', about: 'In maanden' },
  myReportsTokenMinutes: { name: 'Mijn meldingen: hoe lang de link werkt', about: 'In minuten' },
  emailVerificationHours: { name: 'Nieuw e-mailadres bevestigen', about: 'Hoe lang de link werkt, in uren' },
  feedbackReceivedMail: {
    name: 'Bedanken voor een reactie',
    about: 'Een e-mail na het geven van een mening',
  },
  feedbackQuestionnaire: {
    name: 'Mening vragen met een vragenlijst',
    about: 'Voor een eigen meldsite die dat kent; anders uit laten',
  },
  negativeContactMail: {
    name: 'E-mail na ontevredenheid',
    about: 'Aan wie ontevreden is en contact goedvindt',
  },
  respectNoContact: {
    name: 'Geen contact is geen e-mail',
    about: 'Wie geen contact wil na een mening, krijgt geen e-mail meer over die melding',
  },
  routeAgainOnUpdate: {
    name: 'Opnieuw toewijzen bij wijzigen',
    about: 'Regels ook bekijken als plaats of categorie verandert',
  },
  requireResponsibleDepartment: {
    name: 'Altijd een verantwoordelijke afdeling',
    about: 'Een categorie zonder wordt geweigerd',
  },
  categorySlugEditable: {
    name: 'Webadres van een categorie wijzigen',
    about: 'Bestaande links werken dan niet meer',
  },
  maximumChildren: { name: 'Meeste deelmeldingen', about: 'Bij het splitsen van een melding' },
  splitPerContainer: {
    name: 'Splitsen per container',
    about: 'Wie er meer aanwijst, krijgt een deelmelding voor elk',
  },
  splitPerTree: { name: 'Splitsen per boom', about: 'Wie er meer aanwijst, krijgt een deelmelding voor elk' },
  childSource: { name: 'Bron van deelmeldingen', about: 'En van meldingen van de gemeente zelf' },
  internalSourceByReporterDomain: {
    name: 'E-maildomeinen van de gemeente',
    about: 'Meldingen van deze adressen krijgen de bron hierboven',
  },
  internalSourceExceptions: { name: 'Uitzonderingen daarop', about: 'Adressen die gewone melders zijn' },
  causes: { name: 'Oorzaken', about: 'Waar medewerkers uit kiezen bij het afhandelen' },
  holidaysInDeadlines: {
    name: 'Feestdagen',
    about: 'none: tellen als werkdag; nl: tellen niet mee in termijnen',
  },
  holidays: { name: 'Eigen vrije dagen', about: 'Tellen niet mee in termijnen' },
  showEmployeeDetailsInPdf: {
    name: 'Medewerkers in de PDF',
    about: 'Wie wat deed, in de PDF van een melding',
  },
  predictionThreshold: {
    name: 'Drempel voor de voorgestelde categorie',
    about: 'Van 0 tot 1; daaronder wordt het voorstel niet overgenomen',
  },
  predictionFallback: {
    name: 'Categorie als niets zeker is',
    about: 'Als hoofdcategorie/subcategorie, met de namen in het webadres',
  },
  predictionLearning: { name: 'Elke week leren', about: 'Van de eigen afgehandelde meldingen' },
  urgency: {
    name: 'Regels voor gevaar',
    about: 'Woorden die een melding urgent maken; de woorden stelt u in bij Voorstellen en gevaar',
  },
  cityControl: {
    name: 'CityControl',
    about: 'Meldingen kunnen naar de software van handhaving worden gestuurd',
  },
  cityControlMarkedSource: {
    name: 'CityControl: bron die opvalt',
    about: 'Meldingen van deze bron heten daar Signalering',
  },
  cityControlHandles: {
    name: 'CityControl: afgerond is afgehandeld',
    about: 'De melding is dan klaar en de melder krijgt een e-mail',
  },
  cityControlHandledText: {
    name: 'CityControl: tekst voor de melder',
    about: 'Als de melding daar is afgerond',
  },
  cityControlFailMinutes: {
    name: 'CityControl: hoe lang wachten op verzenden',
    about: 'In minuten; daarna is het mislukt',
  },
  anonymiseAfterDays: {
    name: 'Melders vergeten na',
    about: 'In dagen na het melden, als de melding klaar is',
  },
  deleteAfterTerm: { name: 'Meldingen vernietigen na hun termijn', about: 'De cijfers blijven' },
  deletionTerms: { name: 'Bewaartermijnen', about: 'Per eindstatus, en waar nodig per categorie, in dagen' },
}

const TASKS: Readonly<Record<string, string>> = {
  '': 'Resultaat',
  running: 'Bezig',
  done: 'Gelukt',
  failed: 'Niet gelukt',
}

export const municipality = {
  title: 'Gemeente en bewaren',
  intro: 'Alle instellingen van de gemeente. Wat u wijzigt, geldt meteen.',
  settingName: (name: string) => SETTINGS[name]?.name ?? name,
  settingAbout: (name: string) => SETTINGS[name]?.about ?? '',
  settingOrder: Object.keys(SETTINGS),
  standard: (value: string) => `Standaard: ${value}`,
  isOwn: 'Eigen keuze',
  on: 'Aan',
  off: 'Uit',
  edit: (name: string) => `${name} wijzigen`,
  back: 'Terug naar de standaard',
  listHint: 'Op elke regel één',
  jsonHint: 'Als JSON, zoals in het configuratiebestand',
  jsonWrong: 'Dit is geen JSON.',
  numberWrong: 'Vul een getal in.',
  value: 'Waarde',
  tomorrow: 'Wat morgen gebeurt',
  tomorrowIntro: 'Met de bewaartermijnen van nu. Hier gebeurt nog niets.',
  anonymised: (count: number) =>
    count === 1
      ? 'Van 1 melding worden de gegevens van de melder gewist.'
      : `Van ${count} meldingen worden de gegevens van de melder gewist.`,
  destroyed: (count: number, isCapped: boolean) =>
    count === 1
      ? '1 melding wordt vernietigd.'
      : `${isCapped ? 'Meer dan ' : ''}${count} meldingen worden vernietigd.`,
  destroyedOff: (count: number) =>
    `Vernietigen staat uit. Stond het aan, dan ging het om ${count} meldingen.`,
  which: 'Welke meldingen',
  tasksTitle: 'Werk op de achtergrond',
  tasksIntro: 'Wat vanzelf wordt gedaan, wanneer het voor het laatst is gedaan, en of het lukte.',
  task: 'Werk',
  when: 'Wanneer',
  last: 'Laatste keer',
  never: 'Nog nooit',
  outcome: (outcome: string) => TASKS[outcome] ?? outcome,
  runNow: (what: string) => `Nu doen: ${what}`,
  run: 'Nu doen',
  started: 'Het werk is gestart.',
  auditTitle: 'Wie deed wat',
  auditIntro: 'Wie instellingen heeft gewijzigd, en wie contactgegevens van melders heeft bekeken.',
  actor: 'Wie',
  action: 'Wat',
  object: 'Nummer of naam',
  detail: 'Bijzonderheden',
  from: 'Vanaf',
  until: 'Tot',
  system: 'Signalen',
  exportCsv: 'Ophalen als CSV',
  actions: (action: string) => AUDIT_ACTIONS[action] ?? action,
  configurationTitle: 'Configuratiebestand',
  configurationIntro:
    'Alles wat is ingesteld als één bestand: om te bewaren, te vergelijken of elders in te lezen. Er staan namen en e-mailadressen van medewerkers in.',
  download: 'Configuratiebestand ophalen',
  upload: 'Een configuratiebestand inlezen',
  uploadIntro: 'U ziet eerst wat er verandert. Klopt er iets niet, dan wordt er niets gewijzigd.',
  faults: (count: number) =>
    count === 1
      ? '1 punt klopt niet. Er is niets gewijzigd.'
      : `${count} punten kloppen niet. Er is niets gewijzigd.`,
  faultAt: (line: number, path: string, reason: string) => `Regel ${line}: ${path} ${reason}`,
  noChanges: 'Alles is al zoals het bestand zegt.',
  changes: (count: number) => (count === 1 ? '1 wijziging' : `${count} wijzigingen`),
  stored: 'Het bestand is ingelezen.',
}

const AUDIT_ACTIONS: Readonly<Record<string, string>> = {
  'contact.seen': 'Contactgegevens bekeken',
  'job.retried': 'Mislukt werk opnieuw laten doen',
  'job.dropped': 'Mislukt werk laten vallen',
  'setting.saved': 'Instelling gewijzigd',
  'area.saved': 'Gebied gewijzigd',
  'area.removed': 'Gebied verwijderd',
  'areas.imported': 'Gebieden ingelezen',
  'users.imported': 'Gebruikers ingelezen',
  'change.prepared': 'Wijziging gepland',
  'change.published': 'Geplande wijziging gedaan',
  'change.cancelled': 'Geplande wijziging vervallen',
  'setup.test_made': 'Testmelding gemaakt',
  'setup.test_removed': 'Testmelding verwijderd',
  'setup.test_passed': 'Testmelding kwam helemaal rond',
  'user.invited': 'Gebruiker uitgenodigd',
  'user.deactivated': 'Gebruiker uitgezet',
  'department.saved': 'Afdeling gewijzigd',
  'role.saved': 'Rol gewijzigd',
  'role.removed': 'Rol verwijderd',
  'status_message.saved': 'Standaardtekst gewijzigd',
  'status_message.removed': 'Standaardtekst verwijderd',
  'mail_template.saved': 'Tekst van e-mail gewijzigd',
  'mail_template.deleted': 'Eigen tekst van e-mail verwijderd',
  'mail_template.unreadable': 'Tekst van e-mail kon niet worden gelezen',
  'mail.sent_again': 'E-mail opnieuw verstuurd',
  'sources.saved': 'Bronnen gewijzigd',
  'standardAnswers.saved': 'Antwoorden over tevredenheid gewijzigd',
  'category.merged': 'Categorie samengevoegd',
  'configuration.imported': 'Configuratiebestand ingelezen',
}
