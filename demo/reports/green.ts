import type { Theme } from './voices.ts'

const tree = (what: string, danger = 'nee') => ({ extra_boom_wat: what, extra_boom_gevaar: danger })

export const GREEN: Theme = {
  main: 'openbaar-groen-en-water',
  handler: 'behandelaar.groen@waterveste.example',
  voices: [
    {
      sub: 'boom',
      text: 'De kastanje voor ons huis verliest midden in de zomer zijn blad. Is hij ziek?',
      done: 'De boom is onderzocht. Hij heeft last van een mineermot, dat is niet gevaarlijk. Volgend jaar loopt hij weer uit.',
      answers: tree('ziek'),
    },
    {
      sub: 'boom',
      text: 'Dode boom langs het water, schors valt eraf.',
      done: 'De dode boom is weg. In het plantseizoen komt er een nieuwe.',
      answers: tree('dood'),
      street: 'Oude Delft',
    },
    {
      sub: 'boom',
      text: 'De linde is zo groot geworden dat onze zonnepanelen de hele middag in de schaduw liggen. Wat kan de gemeente hieraan doen?',
      answers: tree('scheef'),
    },
    {
      sub: 'boom',
      text: 'Rare zwammen aan de voet van de beuk bij de ingang van het park. Misschien onschuldig, maar ik meld het toch maar.',
      answers: tree('ziek'),
      park: 'Agnetapark',
    },
    {
      sub: 'boom',
      text: 'Jong boompje dat vorig jaar geplant is, is dood. Jammer, de buurt gaf hem nog water.',
      done: 'Het boompje is vervangen. Fijn dat de buurt weer water wil geven.',
      answers: tree('dood'),
    },
    {
      sub: 'boom',
      text: 'Boom staat scheef sinds de graafwerkzaamheden. De wortels liggen half bloot.',
      done: 'De boom is rechtgezet en staat de komende twee jaar aan palen.',
      answers: tree('scheef'),
    },
    {
      sub: 'boom-stormschade',
      text: 'Grote tak afgewaaid, ligt over het fietspad.',
      answers: { extra_stormschade_weg: 'stoep' },
      photo: 'fallen-branch.jpg',
      isUrgent: true,
    },
    {
      sub: 'boom-stormschade',
      text: 'Een wilg is omgewaaid en ligt half in de plas. Het pad is dicht.',
      answers: { extra_stormschade_weg: 'stoep' },
      park: 'Delftse Hout',
      photo: 'fallen-branch.jpg',
    },
    {
      sub: 'boom-stormschade',
      text: 'Tak op mijn auto gevallen vannacht, ruit kapot. De rest van de tak hangt nog boven de straat.',
      answers: { extra_stormschade_weg: 'auto' },
      isUrgent: true,
      atNight: true,
    },
    {
      sub: 'boom-stormschade',
      text: 'After the storm a branch is hanging above the footpath, stuck in another tree.',
      answers: { extra_stormschade_weg: 'niets' },
      park: 'Mekelpark',
      isUrgent: true,
    },
    {
      sub: 'boom-stormschade',
      text: 'Overal afgebroken takken in het bos, je kunt er met de kinderwagen niet meer door.',
      answers: { extra_stormschade_weg: 'stoep' },
      park: 'Abtswoudse Bos',
    },
    {
      sub: 'snoeien',
      text: 'De struiken hangen zo ver over de stoep dat je met een rollator de straat op moet.',
      answers: { extra_snoeien_onveilig: 'ja' },
    },
    {
      sub: 'snoeien',
      text: 'Op de hoek zie je door de hoge haag geen fietsers aankomen. Het scheelde vanochtend een haar.',
      answers: { extra_snoeien_onveilig: 'ja' },
      isUrgent: true,
    },
    {
      sub: 'snoeien',
      text: 'Takken tikken bij wind tegen mijn slaapkamerraam. Kan er iets af?',
      answers: { extra_snoeien_onveilig: 'nee' },
    },
    {
      sub: 'snoeien',
      text: 'Bramen groeien over het pad, heel mijn trui open gehaald.',
      answers: { extra_snoeien_onveilig: 'ja' },
      street: 'Oude Abtswoudseweg',
    },
    {
      sub: 'snoeien',
      text: 'Het verkeersbord bij de {straat} is niet meer te zien door de takken.',
      answers: { extra_snoeien_onveilig: 'ja' },
    },
    {
      sub: 'snoeien',
      text: 'Waarom is de hele singel kaal gesnoeid midden in het broedseizoen? Er zaten merels in!',
      done: 'Dit had niet mogen gebeuren. Wij hebben het besproken met de aannemer en laten er voortaan een ecoloog naar kijken.',
      answers: { extra_snoeien_onveilig: 'nee' },
    },
    {
      sub: 'maaien-snoeien',
      text: 'Gras in de middenberm is zo hoog dat je bij het oversteken de auto’s niet ziet.',
      street: 'Voorhofdreef',
    },
    {
      sub: 'maaien-snoeien',
      text: 'Er is vanmorgen om half zeven al gemaaid onder mijn raam. Half zeven!',
      done: 'U hebt gelijk, dat was te vroeg. De ploeg begint voortaan niet voor half acht.',
    },
    {
      sub: 'maaien-snoeien',
      text: 'Complimenten voor de bloemenstrook, maar het stuk bij de bushalte is wel erg wild geworden. Je zit er tussen de distels.',
      street: 'Buitenhofdreef',
    },
    {
      sub: 'eikenprocessierups',
      text: 'Groot nest in de eik naast de schommels. Mijn dochter zit onder de bultjes.',
      answers: { extra_nest_grootte: 'groot' },
      isUrgent: true,
    },
    {
      sub: 'eikenprocessierups',
      text: 'Rupsen op de stam, hangt nog geen waarschuwing bij.',
      answers: { extra_nest_grootte: 'rupsen' },
      park: 'Delftse Hout',
    },
    {
      sub: 'japanse-duizendknoop',
      text: 'Volgens mijn plantenapp staat er Japanse duizendknoop langs de schutting bij het spoor. De tegels komen omhoog.',
      street: 'Schieweg',
    },
    {
      sub: 'overig-groen-en-water',
      text: 'De fontein in de vijver doet het niet en het water wordt groen.',
      done: 'De pomp is gemaakt. De fontein spuit weer.',
      park: 'Poptapark',
    },
    {
      sub: 'overig-groen-en-water',
      text: 'Mogen wij als buurt een geveltuintje maken langs de hele {straat}? We zijn met elf huizen.',
      done: 'Dat mag, en wij helpen mee: wij halen de tegels eruit en leveren de eerste grond. Een collega belt u.',
    },
    {
      sub: 'snoeien',
      text: 'Schouw: haag langs het schoolplein groeit over het hek. Meenemen in de eerstvolgende ronde.',
      answers: { extra_snoeien_onveilig: 'nee' },
      isStaff: true,
    },
    {
      sub: 'boom',
      text: 'Inspectie: dood hout in de kroon van drie linden, geen direct gevaar.',
      answers: tree('dood'),
      street: 'Nieuwe Plantage',
      isStaff: true,
    },
  ],
  replies: {
    done: [
      'Onze groenploeg is langs geweest. Het is weer in orde.',
      'Wij hebben het opgelost. Bedankt voor uw melding.',
    ],
    planned: ['Onze groenploeg komt hier binnen twee weken.'],
    waiting: ['De groenploeg kijkt er deze week naar.', ''],
    questions: [
      ['Kunt u omschrijven waar het precies is?', 'Langs het pad aan de waterkant, bij het tweede bankje.'],
    ],
    cancelled: [
      'Iemand anders meldde dit al. Wij zijn ermee bezig en sluiten daarom uw melding. Bedankt voor het doorgeven.',
    ],
    notes: ['Foto gemaakt voor het dossier.'],
  },
  repliesBySub: {
    boom: {
      done: ['De boom is onderzocht en gesnoeid. Hij staat goed en kan nog jaren mee.'],
      planned: ['De boomverzorger komt hier binnen drie weken.'],
      waiting: ['De boominspecteur kijkt er deze week naar.'],
      questions: [
        [
          'Om welke boom gaat het: de boom voor uw huis of die op de hoek?',
          'De boom op de hoek, met het witte merkteken op de stam.',
        ],
      ],
      cancelled: ['De boom is gezond en staat goed. Daarom laten wij hem staan.'],
      notes: [
        'Boom opgenomen in het register voor extra controle.',
        'Ecoloog gevraagd: nest van een houtduif aanwezig, dus wachten.',
      ],
    },
    'boom-stormschade': {
      done: [
        'De takken zijn weggehaald en de boom is nagekeken.',
        'Alles is in stukken gezaagd en afgevoerd. De weg is weer vrij.',
      ],
      photoAfter: 'cleared-path.jpg',
    },
    snoeien: {
      done: ['Het is gesnoeid. U kunt er weer veilig langs.'],
      planned: [
        'Wij snoeien deze straat in de eerstvolgende ronde.',
        'Dit doen wij na het broedseizoen, vanaf half juli.',
      ],
      cancelled: ['Deze struiken staan op de grond van uw buren. U kunt hen vragen om te snoeien.'],
    },
    'maaien-snoeien': {
      done: ['Wij hebben de hoek gemaaid. De rest blijft staan voor de bijen.'],
      planned: ['Wij maaien hier volgende week.'],
    },
    eikenprocessierups: {
      done: ['Het nest is weggezogen door een bedrijf met beschermende kleding.'],
      waiting: ['Er hangt een waarschuwingslint. Het bestrijdingsbedrijf is gebeld.'],
      planned: ['Het bestrijdingsbedrijf komt donderdag.'],
    },
    'japanse-duizendknoop': {
      done: [
        'De plek staat op de kaart en is voor de eerste keer behandeld. Wij komen terug tot de plant weg is.',
      ],
    },
  },
}

export const ANIMALS: Theme = {
  main: 'overlast-van-dieren',
  handler: 'behandelaar.afval@waterveste.example',
  voices: [
    {
      sub: 'ratten',
      text: 'Elke avond ratten bij de containers, ze rennen zo over je schoenen.',
      answers: { extra_ratten_waar: 'straat', extra_ratten_hoeveel: 'meer', extra_ratten_voer: 'ja' },
      atNight: true,
      photo: 'rat-holes.jpg',
    },
    {
      sub: 'ratten',
      text: 'Rattenholen langs de waterkant achter nummer {nr}.',
      answers: { extra_ratten_waar: 'straat', extra_ratten_hoeveel: 'spoor', extra_ratten_voer: 'weet_niet' },
      photo: 'rat-holes.jpg',
    },
    {
      sub: 'ratten',
      text: 'Er voert iemand dagelijks een hele zak brood aan de eenden en nu hebben wij ratten in de tuin.',
      answers: { extra_ratten_waar: 'tuin', extra_ratten_hoeveel: '2-5', extra_ratten_voer: 'ja' },
    },
    {
      sub: 'ratten',
      text: 'Rats near the dumpsters behind the student flats. Saw three in broad daylight.',
      answers: { extra_ratten_waar: 'gebouw', extra_ratten_hoeveel: '2-5', extra_ratten_voer: 'ja' },
      street: 'Roland Holstlaan',
    },
    {
      sub: 'ratten',
      text: 'Біля смітників багато щурів. Боюся виходити з дитиною ввечері.',
      answers: { extra_ratten_waar: 'straat', extra_ratten_hoeveel: 'meer', extra_ratten_voer: 'ja' },
      street: 'Poptahof Zuid',
      atNight: true,
    },
    {
      sub: 'meeuwen',
      text: 'Meeuwen beginnen om vier uur ’s ochtends te krijsen op het platte dak. Mijn hele straat is kapot van het slaapgebrek.',
    },
    { sub: 'meeuwen', text: 'Duiven in het portiek van de garage, alles zit onder.' },
    {
      sub: 'wespen',
      text: 'Wespennest in de holle boom naast de speeltuin.',
      answers: { extra_wespen_waar: 'openbaar' },
      isUrgent: true,
    },
    {
      sub: 'wespen',
      text: 'Wespen in de grond langs het wandelpad, hond al twee keer gestoken.',
      answers: { extra_wespen_waar: 'openbaar' },
      park: 'Sint Joris',
    },
    {
      sub: 'dode-dieren',
      text: 'Dode kat langs de weg, rood halsbandje. Hopelijk kan de eigenaar gevonden worden.',
      done: 'De kat is opgehaald. De chip is uitgelezen en wij hebben de eigenaar gebeld.',
      answers: { extra_dode_dieren_welk: 'kat', extra_dode_dieren_aantal: '1' },
      isUrgent: true,
    },
    {
      sub: 'dode-dieren',
      text: 'Veel dode vissen in de vijver, het water ruikt vreemd.',
      done: 'De vissen zijn opgeruimd. Het waterschap heeft het water onderzocht: er was te weinig zuurstof. Er draait nu een pomp.',
      answers: { extra_dode_dieren_welk: 'vis', extra_dode_dieren_aantal: 'meer' },
      park: 'Poptapark',
      isUrgent: true,
    },
    {
      sub: 'dode-dieren',
      text: 'Dode zwaan op het talud.',
      answers: { extra_dode_dieren_welk: 'vogel', extra_dode_dieren_aantal: '1' },
      street: 'Tanthofdreef',
    },
    {
      sub: 'overig-dieren',
      text: 'Er loopt een pauw door onze straat. Prachtig dier, maar hij hoort vast ergens thuis.',
      done: 'De pauw is weer thuis, bij de kinderboerderij. Hij was over het hek gevlogen.',
    },
  ],
  replies: {
    done: ['Wij hebben het opgelost. Bedankt voor het doorgeven.'],
    planned: ['Wij komen hier volgende week kijken.'],
    waiting: ['Onze plaagdierbeheerder kijkt ernaar.', ''],
    questions: [
      [
        'Op welk tijdstip ziet u de dieren meestal?',
        'Rond tien uur in de avond, als de laatste mensen hun vuilnis brengen.',
      ],
    ],
    cancelled: [
      'Iemand anders meldde dit al. Wij zijn ermee bezig en sluiten daarom uw melding. Bedankt voor het doorgeven.',
    ],
    notes: ['Plek bekeken met de beheerder van het gebouw.'],
  },
  repliesBySub: {
    ratten: {
      done: [
        'Onze plaagdierbeheerder is geweest. Wij zien geen nieuwe sporen meer.',
        'De holen zijn dicht en het afval is opgeruimd. Wij blijven controleren.',
      ],
      planned: ['Over twee weken controleren wij de vallen.'],
      waiting: ['Er zijn vallen geplaatst. Raakt u ze niet aan?'],
      notes: [
        'Vallen nagekeken: twee vangsten.',
        'Corporatie gevraagd het hek bij de containers te dichten.',
      ],
    },
    meeuwen: {
      done: ['U krijgt van ons een folder met wat u kunt doen. Op het dak hangen nu linten.'],
      cancelled: [
        'Deze vogels zijn beschermd. Wij mogen het nest niet weghalen. Op onze website staan tips.',
      ],
    },
    'dode-dieren': { done: ['Het dier is opgehaald.'] },
    wespen: { done: ['Het nest is weggehaald.'] },
  },
}
