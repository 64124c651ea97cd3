import type { Theme } from './voices.ts'

const often = (when: string) => ({ extra_overlast_vaker: 'ja', extra_overlast_momenten: when })
const ONCE = { extra_overlast_vaker: 'nee' }

export const STREET_NUISANCE: Theme = {
  main: 'overlast-in-de-openbare-ruimte',
  handler: 'handhaver@waterveste.example',
  voices: [
    {
      sub: 'parkeeroverlast',
      text: 'Auto staat al een uur half op de stoep, niemand kan erlangs.',
      answers: { extra_parkeren_wat: 'stoep' },
    },
    {
      sub: 'parkeeroverlast',
      text: 'Onze inrit wordt bijna elke avond geblokkeerd door bezoekers van het restaurant.',
      answers: { extra_parkeren_wat: 'inrit' },
      street: 'Noordeinde',
      atNight: true,
    },
    {
      sub: 'parkeeroverlast',
      text: 'Caravan staat nu vijf weken op dezelfde plek. Mag dat zomaar?',
      answers: { extra_parkeren_wat: 'aanhanger' },
    },
    {
      sub: 'parkeeroverlast',
      text: 'Er staat steeds een auto zonder kaart op de invalidenplaats voor nummer {nr}. Ik ben daarop aangewezen.',
      answers: { extra_parkeren_wat: 'invalide' },
      isUrgent: true,
    },
    {
      sub: 'parkeeroverlast',
      text: 'Ouders parkeren bij het halen en brengen gewoon op het zebrapad. Elke dag tien voor half negen, u kunt er de klok op gelijk zetten.',
      answers: { extra_parkeren_wat: 'anders' },
    },
    {
      sub: 'fietswrak',
      text: 'Fiets zonder voorwiel staat al sinds de lente aan het hek.',
      answers: {
        extra_fietswrak_kenmerk: ['wiel', 'roest'],
        extra_fietswrak_kleur: 'zwart, merk niet te lezen',
      },
      photo: 'bicycle-wreck.jpg',
    },
    {
      sub: 'fietswrak',
      text: 'Hele rij weesfietsen in de stalling, sommige zitten vol spinnenwebben. Geen plek voor wie hem wel gebruikt.',
      done: 'Wij hebben elf fietsen weggehaald. Er is weer plek.',
      answers: { extra_fietswrak_kenmerk: ['band', 'roest', 'plant'] },
      street: 'Houttuinen',
      photo: 'bicycle-wreck.jpg',
    },
    {
      sub: 'fietswrak',
      text: 'Vor unserem Haus liegt seit Wochen ein kaputtes Fahrrad. Könnten Sie es bitte abholen?',
      answers: { extra_fietswrak_kenmerk: ['zadel', 'band'], extra_fietswrak_kleur: 'blau' },
    },
    {
      sub: 'fietswrak',
      text: 'Kinderfiets in de bosjes gegooid, roze, zijwieltjes.',
      answers: { extra_fietswrak_kenmerk: ['band'], extra_fietswrak_kleur: 'roze' },
    },
    {
      sub: 'auto-scooter-bromfietswrak',
      text: 'Auto zonder kentekenplaten op ons parkeerterrein. Banden leeg, mos op de ramen.',
      answers: { extra_wrak_hoe_lang: 'langer' },
    },
    {
      sub: 'auto-scooter-bromfietswrak',
      text: 'Uitgebrande scooter achter de sporthal.',
      answers: { extra_wrak_hoe_lang: 'week' },
      atNight: true,
    },
    {
      sub: 'hinderlijk-geplaatst-object',
      text: 'Deelscooters staan kriskras over de stoep, voor mensen met een stok een ramp.',
      street: 'Mekelweg',
    },
    {
      sub: 'hinderlijk-geplaatst-object',
      text: 'Er staat al drie maanden een bouwcontainer op twee parkeerplaatsen, maar er wordt nergens gebouwd.',
    },
    {
      sub: 'hinderlijk-geplaatst-object',
      text: 'Reclamebord van de winkel staat midden op de geleidelijn.',
      street: 'Choorstraat',
    },
    {
      sub: 'stank-geluidsoverlast',
      text: 'Sinds een week hangt hier een branderige lucht, vooral bij westenwind.',
      answers: { extra_stank_geluid_wat: 'stank', ...often('Vooral ’s avonds na acht uur, bij westenwind.') },
      street: 'Wateringseweg',
    },
    {
      sub: 'stank-geluidsoverlast',
      text: 'Een zoemende bromtoon, dag en nacht. Ik word er gek van en niemand anders lijkt het te horen.',
      answers: { extra_stank_geluid_wat: 'geluid', ...often('Altijd, maar ’s nachts hoor ik het het best.') },
      atNight: true,
    },
    {
      sub: 'stank-geluidsoverlast',
      text: 'Bouwradio op maximaal vanaf zeven uur. Ik ken nu alle foute hits.',
      answers: { extra_stank_geluid_wat: 'geluid', ...often('Op werkdagen van zeven tot vier.') },
    },
    {
      sub: 'lozing-dumping-bodemverontreiniging',
      text: 'Er ligt een regenboogkleurige laag op de sloot, het ruikt naar diesel.',
      done: 'De Omgevingsdienst heeft het lek gevonden bij een bedrijf. De olie is opgeruimd op kosten van het bedrijf.',
      street: 'Thijsseweg',
      isUrgent: true,
    },
    {
      sub: 'overig-openbare-ruimte',
      text: 'Iemand heeft een trampoline in het plantsoen gezet en er een eigen tuintje van gemaakt, met hek en al.',
    },
  ],
  replies: {
    done: [
      'Een handhaver is langs geweest en heeft de eigenaar aangesproken. Het is opgelost.',
      'Wij hebben gecontroleerd en opgetreden. Wij houden deze plek in de gaten.',
    ],
    planned: ['Wij controleren hier de komende twee weken op verschillende tijden.'],
    waiting: ['Staat op de lijst van de wijkhandhaver.', ''],
    questions: [
      [
        'Op welke tijden ziet u dit meestal?',
        'Meestal tussen zes en negen in de avond, en zaterdag de hele dag.',
      ],
    ],
    cancelled: ['Toen wij kwamen kijken, was er niets meer te zien. Ziet u het weer? Meld het dan opnieuw.'],
    notes: ['Controle 1: niets aangetroffen.', 'Controle 2: waarschuwing gegeven.'],
  },
  repliesBySub: {
    fietswrak: {
      done: ['De fiets is opgehaald en staat zes weken in het depot.'],
      planned: ['De sticker zit erop. Over twee weken halen wij de fiets weg.'],
      waiting: ['Sticker geplakt. De eigenaar heeft 14 dagen de tijd.'],
      notes: ['Sticker geplakt, foto gemaakt.'],
    },
    'auto-scooter-bromfietswrak': {
      done: ['Het wrak is weggesleept.'],
      planned: ['De eigenaar heeft een brief gekregen. Over drie weken slepen wij het weg.'],
      waiting: ['Eigenaar aangeschreven.'],
      notes: ['Chassisnummer opgezocht.'],
    },
    'stank-geluidsoverlast': {
      done: ['De bron is gevonden. Het bedrijf heeft de installatie aangepast.'],
      waiting: ['Wij zijn op zoek naar de bron.'],
      planned: ['Wij meten hier volgende week drie nachten.'],
      questions: [
        [
          'Hoort of ruikt u het binnen of alleen buiten?',
          'Buiten het sterkst, maar met het raam open ook binnen.',
        ],
      ],
    },
  },
}

export const GROUPS: Theme = {
  main: 'overlast-van-en-door-personen-of-groepen',
  handler: 'coordinator@waterveste.example',
  voices: [
    {
      sub: 'jongerenoverlast',
      text: 'Groep van een man of tien hangt elke avond bij het trapveldje. Harde muziek, brommers, en je wordt nagefloten.',
      answers: often('Bijna elke avond van acht tot middernacht.'),
      atNight: true,
    },
    {
      sub: 'jongerenoverlast',
      text: 'Kinderen trekken belletje bij alle oudere mensen in de flat. Het klinkt onschuldig, maar mijn buurvrouw durft niet meer open te doen.',
      answers: often('Woensdagmiddag en in het weekend.'),
      street: 'Papsouwselaan',
    },
    {
      sub: 'jongerenoverlast',
      text: 'Er is vannacht een bushokje ingegooid door een groepje op scooters.',
      answers: ONCE,
      atNight: true,
    },
    {
      sub: 'drank-en-drugsoverlast',
      text: 'Er wordt gedeald vanuit een geparkeerde auto. Steeds andere mensen die even instappen.',
      answers: often('Tussen tien uur en één uur in de nacht.'),
      atNight: true,
    },
    {
      sub: 'drank-en-drugsoverlast',
      text: 'Lachgasflessen en ballonnen bij het uitkijkpunt, elke maandagochtend ligt het vol.',
      answers: often('In het weekend.'),
      park: 'Delftse Hout',
    },
    {
      sub: 'overlast-door-afsteken-vuurwerk',
      text: 'Alweer zware knallen rond half elf. De hond zit trillend in bad.',
      atNight: true,
    },
    {
      sub: 'overlast-door-afsteken-vuurwerk',
      text: 'Ze steken vuurwerk af onder het viaduct, elke avond sinds vorige week.',
      street: 'Kruithuisweg',
      atNight: true,
    },
    {
      sub: 'overige-overlast-door-personen',
      text: 'Er slaapt al een paar nachten een man in de fietsenkelder. Hij doet niemand kwaad, maar het is koud. Kan iemand hem helpen?',
      done: 'De straatcoach is geweest en heeft hulp gegeven. De man heeft nu een bed in de opvang. Dank dat u aan hem dacht.',
      street: 'Westvest',
      atNight: true,
    },
  ],
  replies: {
    done: ['Wij hebben uw melding besproken met de wijkagent. Er is extra toezicht.'],
    planned: ['De komende twee weken is er extra toezicht op deze plek.'],
    waiting: ['Besproken in het wijkoverleg.', ''],
    questions: [
      [
        'Kunt u de plek preciezer omschrijven? Dan weten onze mensen waar zij moeten kijken.',
        'Aan de achterkant, bij de ingang van de kelder, niet te zien vanaf de straat.',
      ],
    ],
    cancelled: ['Voor dit soort meldingen kunt u beter de politie bellen: 0900 8844, of 112 bij spoed.'],
    notes: [
      'Gedeeld met de wijkagent, zonder gegevens van de melder.',
      'Derde melding op deze plek in twee weken.',
    ],
  },
  repliesBySub: {
    jongerenoverlast: {
      done: ['Jongerenwerk en handhaving zijn in gesprek met de groep. Het is nu een stuk rustiger.'],
    },
    'overlast-door-afsteken-vuurwerk': {
      done: ['Handhavers zijn drie avonden gaan kijken en hebben vuurwerk afgepakt.'],
    },
  },
}

export const BUSINESSES: Theme = {
  main: 'overlast-bedrijven-en-horeca',
  handler: 'handhaver@waterveste.example',
  voices: [
    {
      sub: 'geluidsoverlast-muziek',
      text: 'De bas van het café dreunt tot drie uur door in onze slaapkamer. Ramen dicht helpt niet.',
      answers: {
        extra_geluid_bron: 'horeca',
        extra_geluid_naam: 'Café De Vergulde Turf',
        extra_geluid_ramen: 'ja',
        ...often('Donderdag, vrijdag en zaterdag tot drie uur.'),
      },
      street: 'Beestenmarkt',
      atNight: true,
    },
    {
      sub: 'geluidsoverlast-muziek',
      text: 'Loud party music from the fraternity house every Wednesday. I have an exam tomorrow.',
      answers: { extra_geluid_bron: 'buren', extra_geluid_ramen: 'ja', ...often('Every Wednesday night.') },
      street: 'Oude Delft',
      atNight: true,
    },
    {
      sub: 'geluidsoverlast-muziek',
      text: 'Festival bij de plas: leuk hoor, maar de geluidstest begon om acht uur op zondagochtend.',
      answers: {
        extra_geluid_bron: 'evenement',
        extra_geluid_naam: 'Waterfestival',
        extra_geluid_ramen: 'ja',
        ...ONCE,
      },
      street: 'Korftlaan',
    },
    {
      sub: 'geluidsoverlast-muziek',
      text: 'Straatmuzikant met versterker, elke dag dezelfde vier liedjes onder mijn kantoorraam.',
      answers: {
        extra_geluid_bron: 'straat',
        extra_geluid_ramen: 'nee',
        ...often('Maandag tot en met vrijdag rond de lunch.'),
      },
      street: 'Wijnhaven',
    },
    {
      sub: 'overlast-terrassen',
      text: 'Terras schuift elke week een halve meter op. Je kunt er met een rolstoel niet meer langs.',
      done: 'Het terras staat weer binnen de lijnen. Er is een strook van 1,80 meter vrij.',
      answers: often('Zodra de zon schijnt.'),
      street: 'Markt',
    },
    {
      sub: 'overlast-terrassen',
      text: 'Het terras zit om één uur ’s nachts nog vol terwijl het om twaalf uur dicht moet.',
      answers: often('Vrijdag en zaterdag.'),
      street: 'Burgwal',
      atNight: true,
    },
    {
      sub: 'stankoverlast',
      text: 'De frituurlucht van de snackbar trekt zo ons huis in, de hele was ruikt ernaar.',
      street: 'Breestraat',
    },
    {
      sub: 'stankoverlast',
      text: 'Gistlucht. Ik weet het, hoort bij de stad, maar vandaag is het echt niet te harden.',
      street: 'Laan van Altena',
    },
    {
      sub: 'overig-horecabedrijven',
      text: 'De bezorgers van de pizzeria racen met draaiende motor over de stoep.',
      street: 'Nieuwe Langendijk',
      atNight: true,
    },
  ],
  replies: {
    done: [
      'Een handhaver heeft met de ondernemer gesproken. Er zijn afspraken gemaakt.',
      'Wij hebben een waarschuwing gegeven.',
    ],
    planned: ['Wij komen vrijdagavond controleren.'],
    waiting: ['Gesprek met de ondernemer is gepland.', ''],
    questions: [
      [
        'Wilt u een week bijhouden wanneer u er last van hebt? Dan komen wij op het goede moment.',
        'Gedaan: vooral vrijdag van elf tot drie en zaterdag van twaalf tot drie.',
      ],
    ],
    cancelled: ['Dit bedrijf heeft hiervoor een vergunning en houdt zich eraan.'],
    notes: ['Ondernemer zegt mee te werken.'],
  },
  repliesBySub: {
    'geluidsoverlast-muziek': {
      done: ['Een handhaver heeft gemeten en met de organisator gesproken. De muziek gaat zachter.'],
      notes: ['Geluid gemeten: 4 dB te hoog op de gevel.'],
    },
    stankoverlast: {
      done: ['Het bedrijf heeft de afzuiging aangepast. Ruikt u het nog? Laat het ons weten.'],
    },
  },
}
