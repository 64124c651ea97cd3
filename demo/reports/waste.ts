import type { Theme } from './voices.ts'

const NEXT_TO = { extra_container_ernaast: 'ja', extra_container_soort_afval: ['zakken'] }
const EMPTY_AROUND = { extra_container_ernaast: 'nee' }
const bulky = (what: string, where = 'stoep') => ({
  extra_grofvuil_van_wie: 'nee',
  extra_grofvuil_wat: what,
  extra_grofvuil_weg: where,
})

export const WASTE: Theme = {
  main: 'afval',
  handler: 'behandelaar.afval@waterveste.example',
  voices: [
    {
      sub: 'grofvuil',
      text: 'Er ligt al sinds zondag een bankstel op de stoep voor nummer {nr}. Het is inmiddels kletsnat en er zitten al kinderen op te springen.',
      answers: bulky('Driezitsbank en twee kussens'),
      photo: 'bulky-waste.jpg',
    },
    {
      sub: 'grofvuil',
      text: 'Koelkast gedumpt naast de elektriciteitskast. Deur zit er nog op, dat lijkt me gevaarlijk voor spelende kinderen.',
      answers: bulky('Koelkast'),
      isUrgent: true,
    },
    { sub: 'grofvuil', text: 'Matrassen, 3 stuks, hoek {straat}. Weer.', answers: bulky('Drie matrassen') },
    {
      sub: 'grofvuil',
      text: 'Beste gemeente, onze buren zijn verhuisd en hebben de halve inboedel op straat laten staan: kast, bureau, stoelen. Wij kunnen er met de rollator van mijn moeder niet meer langs. Kunt u dit ophalen?',
      answers: bulky('Kast, bureau en vier stoelen'),
    },
    {
      sub: 'grofvuil',
      text: 'Somebody left a washing machine on the bike path near my house. Please take it away, I almost hit it in the dark.',
      answers: bulky('Washing machine', 'rijbaan'),
      isUrgent: true,
    },
    {
      sub: 'grofvuil',
      text: 'Tapijtrollen en laminaat langs het water gegooid, waarschijnlijk van de verbouwing verderop.',
      answers: bulky('Tapijt en laminaat', 'nee'),
    },
    {
      sub: 'grofvuil',
      text: 'Pod blokiem leży stara kanapa i deski. Leży już od tygodnia, proszę o zabranie.',
      answers: bulky('Kanapa, deski'),
    },
    {
      sub: 'grofvuil',
      text: 'Kerstboom van vorig jaar (!) plus een wasrek en een kapotte paraplubak. Ik vermoed een zolderopruiming bij de flat.',
      answers: bulky('Kunstkerstboom, wasrek, paraplubak', 'nee'),
    },
    {
      sub: 'huisafval',
      text: 'Bij de flat zetten mensen elke dinsdag hun zakken buiten terwijl we hier ondergrondse containers hebben. Vogels trekken alles open en de hele straat ligt vol.',
      photo: 'rubbish-bags.jpg',
    },
    { sub: 'huisafval', text: 'Vuilniszakken in de fietsenstalling gezet. Het stinkt en er lopen maden.' },
    {
      sub: 'huisafval',
      text: 'Onze minicontainer is gisteren niet geleegd, die van de rest van de {straat} wel. Hij stond op tijd aan de weg.',
    },
    {
      sub: 'huisafval',
      text: 'Zakken tegen de boom voor de school. Iedere week hetzelfde liedje, kan hier niet eens iemand controleren?',
      photo: 'rubbish-bags.jpg',
    },
    {
      sub: 'container-is-vol',
      text: 'Container zit vol, klep gaat niet meer dicht.',
      answers: EMPTY_AROUND,
      photo: 'full-container.jpg',
    },
    {
      sub: 'container-is-vol',
      text: 'Al drie dagen kan niemand zijn vuilnis kwijt. De container is vol of verstopt en nu staan er zeker tien zakken omheen. Graag snel legen, het is nog warm ook.',
      answers: NEXT_TO,
      photo: 'rubbish-bags.jpg',
    },
    {
      sub: 'container-is-vol',
      text: 'Konteyner dolu, çöpleri yere bırakıyorlar. Kötü kokuyor. Lütfen boşaltın.',
      answers: NEXT_TO,
    },
    {
      sub: 'container-is-vol',
      text: 'Ik ben 81 en kan niet ver lopen met mijn vuilniszak. De container voor de deur is vol en de volgende is bij de supermarkt. Kan hij vaker geleegd worden?',
      answers: EMPTY_AROUND,
    },
    {
      sub: 'container-is-vol',
      text: 'Trommel draait niet, lijkt alsof er een te grote zak in geperst is.',
      answers: EMPTY_AROUND,
    },
    {
      sub: 'container-is-vol',
      text: 'VOL. Zoals elke maandag. Misschien eens nadenken over een extra rondje in het weekend?',
      answers: NEXT_TO,
    },
    {
      sub: 'container-is-vol',
      text: 'Bij de container tegenover nummer {nr} staat weer van alles naast: zakken, een kinderstoel en een doos met glas. De container zelf is bomvol.',
      answers: { extra_container_ernaast: 'ja', extra_container_soort_afval: ['zakken', 'meubels', 'glas'] },
      photo: 'full-container.jpg',
    },
    {
      sub: 'container-is-vol',
      text: 'The underground bin is full again. Is there an app that shows which one still has space?',
      answers: EMPTY_AROUND,
    },
    {
      sub: 'container-is-kapot',
      text: 'De container herkent mijn pas niet meer. Bij de container om de hoek doet de pas het wel.',
      done: 'De kaartlezer was vastgelopen. Wij hebben hem opnieuw gestart. Uw pas werkt weer.',
      answers: { extra_container_kapot: 'pas' },
    },
    {
      sub: 'container-is-kapot',
      text: 'De klep van de restafvalcontainer zit muurvast. Trekken helpt niet.',
      done: 'De klep is vervangen en gaat weer soepel open.',
      answers: { extra_container_kapot: 'klep' },
    },
    {
      sub: 'container-is-kapot',
      text: 'Container is aangereden, de hele voorkant zit ingedeukt en er steekt een scherpe rand uit.',
      done: 'De scherpe rand is weggehaald en de voorkant is vervangen.',
      answers: { extra_container_kapot: 'buiten' },
      isUrgent: true,
    },
    {
      sub: 'container-voor-papier-is-vol',
      text: 'Papierbak puilt uit. Er staan verhuisdozen naast en die waaien nu de straat over.',
      answers: { extra_container_ernaast: 'ja', extra_container_soort_afval: ['karton'] },
    },
    {
      sub: 'container-voor-papier-is-vol',
      text: 'Sinds er hier zoveel pakjes bezorgd worden is de papiercontainer altijd vol op zaterdag. Kan daar eentje bij?',
      answers: EMPTY_AROUND,
    },
    {
      sub: 'container-voor-papier-is-vol',
      text: 'Oud papier past er niet meer in, zelfs kranten niet.',
      answers: EMPTY_AROUND,
    },
    {
      sub: 'container-glas-vol',
      text: 'Glasbak vol na het weekend. Overal flessen ernaast, een deel is al kapot. Met de hond is het hier slalommen.',
      answers: { extra_container_ernaast: 'ja', extra_container_soort_afval: ['glas'] },
      isUrgent: true,
    },
    { sub: 'container-glas-vol', text: 'Witglas is vol, groen kan er nog wel bij.', answers: EMPTY_AROUND },
    {
      sub: 'container-voor-plastic-afval-is-vol',
      text: 'Plasticbak zit tot de rand vol en nu hangen mensen hun zakken aan het hek.',
      answers: NEXT_TO,
    },
    {
      sub: 'container-voor-plastic-afval-is-vol',
      text: 'Container voor plastic en drinkpakken is verstopt. Er zit iets groots klem in de opening.',
      answers: EMPTY_AROUND,
    },
    {
      sub: 'asbest-accu',
      text: 'Achter de garageboxen liggen golfplaten die op asbest lijken. Er zijn stukken afgebroken.',
      answers: { extra_asbest_wat: 'asbest' },
      isUrgent: true,
    },
    {
      sub: 'asbest-accu',
      text: 'Twee blauwe vaten zonder etiket in de berm, het ruikt chemisch. Ik ben niet dichterbij gegaan.',
      answers: { extra_asbest_wat: 'vloeistof' },
      street: 'Rotterdamseweg',
      isUrgent: true,
    },
    {
      sub: 'asbest-accu',
      text: 'Er staat al een week een autoaccu onder de lantaarnpaal.',
      answers: { extra_asbest_wat: 'accu' },
    },
    {
      sub: 'overig-afval',
      text: 'Mag een oude tuinslang bij het plastic? Zo niet, waar moet hij dan heen? Er hangen er nu twee over de container.',
      done: 'Een tuinslang mag niet bij het plastic. U kunt hem gratis inleveren bij de milieustraat. De slangen bij de container hebben wij weggehaald.',
    },
    {
      sub: 'overig-afval',
      text: 'Er is een winkelwagentje vol blikjes achtergelaten bij de bushalte.',
      done: 'Het wagentje is opgehaald en terug naar de winkel.',
    },
  ],
  replies: {
    done: [
      'Onze wagen is langs geweest en heeft alles meegenomen. De plek is weer schoon.',
      'Het afval is opgehaald. Bedankt dat u het meldde.',
      'Opgelost. Wij hebben meteen ook de plek eromheen geveegd.',
    ],
    planned: [
      'Wij halen dit op in de ronde van aanstaande donderdag.',
      'Dit staat voor morgenochtend op de route.',
    ],
    waiting: ['Doorgezet naar de ploeg van deze wijk.', ''],
    questions: [
      [
        'Wij zien op de kaart twee plekken waar dit kan zijn. Is het aan de kant van de even of van de oneven huisnummers?',
        'Aan de kant van de oneven nummers, naast het elektriciteitshuisje.',
      ],
    ],
    cancelled: [
      'Iemand anders meldde dit al. Wij zijn ermee bezig en sluiten daarom uw melding. Bedankt voor het doorgeven.',
      'Dit is een terrein van de woningcorporatie. Wij hebben uw melding aan hen doorgegeven.',
    ],
    notes: [
      'Vaste dumpplek, derde keer deze maand. Handhaving gevraagd om mee te kijken.',
      'Gebeld met de chauffeur: staat op de lijst voor vandaag.',
    ],
    photoAfter: 'clean-street.jpg',
  },
  repliesBySub: {
    'container-is-vol': {
      done: [
        'De container is geleegd. U kunt er weer bij.',
        'De container was verstopt door een te grote zak. Die is eruit en de container is leeg.',
        'Geleegd. Wij komen hier voortaan ook op maandag langs.',
      ],
    },
    'container-voor-papier-is-vol': { done: ['De papiercontainer is leeg.'] },
    'container-glas-vol': { done: ['De glasbak is leeg en het glas op de grond is opgeveegd.'] },
    'container-voor-plastic-afval-is-vol': { done: ['De container is leeg. U kunt er weer bij.'] },
    'container-is-kapot': {
      done: ['De container is gemaakt.'],
      planned: ['Wij hebben een onderdeel besteld. Over ongeveer twee weken is de container gemaakt.'],
      notes: ['Leverancier gebeld over de levertijd.'],
    },
    'asbest-accu': {
      done: ['Een gespecialiseerd bedrijf heeft het afval veilig weggehaald.'],
      planned: ['Het gespecialiseerde bedrijf komt morgen. Tot die tijd is de plek afgezet.'],
      waiting: ['De plek is afgezet met lint.'],
      notes: ['Monster genomen door de Omgevingsdienst.'],
    },
  },
}

export const CLEAN: Theme = {
  main: 'schoon',
  handler: 'behandelaar.afval@waterveste.example',
  voices: [
    {
      sub: 'veegzwerfvuil',
      text: 'Na de markt blijft er elke week plastic en fruit liggen. Nu waait het de gracht in.',
      street: 'Brabantse Turfmarkt',
      photo: 'litter.jpg',
    },
    {
      sub: 'veegzwerfvuil',
      text: 'Veel blikjes en chipszakken rond de bankjes bij de plas.',
      park: 'Delftse Hout',
      photo: 'litter.jpg',
    },
    {
      sub: 'veegzwerfvuil',
      text: 'Ik loop hier dagelijks met mijn hond en raap wat ik kan, maar dit is te veel: een hele lading piepschuimbolletjes in de struiken.',
      street: 'Bikolaan',
    },
    {
      sub: 'veegzwerfvuil',
      text: 'Glasscherven op het fietspad, al twee keer lek gereden!!',
      street: 'Voorhofdreef',
      isUrgent: true,
    },
    { sub: 'veegzwerfvuil', text: 'Een heel pak reclamefolders in het water en langs de kant gegooid.' },
    {
      sub: 'veegzwerfvuil',
      text: 'Herfstblad ligt zo dik op de stoep dat het spiegelglad wordt. Voor nummer {nr} is al iemand uitgegleden.',
      isUrgent: true,
    },
    {
      sub: 'veegzwerfvuil',
      text: 'Broken bottles all over the playground after the student party last night. My toddler plays here.',
      street: 'Balthasar van der Polweg',
      isUrgent: true,
      atNight: true,
    },
    {
      sub: 'veegzwerfvuil',
      text: 'Wij waren met groep 7 op stap en hebben 4 zakken afval geprikt in het park! Kunt u ze ophalen? Ze staan bij de ingang.',
      done: 'De vier zakken zijn opgehaald. Een groot compliment aan groep 7!',
      park: 'Wilhelminapark',
    },
    {
      sub: 'veegzwerfvuil',
      text: 'Zwerfvuil langs de oprit van de A13, vooral bekers van de drive-in.',
      street: 'Olof Palmestraat',
    },
    {
      sub: 'prullenbak-vol',
      text: 'Prullenbak bij het strandje is vol, de meeuwen doen de rest.',
      park: 'Delftse Hout',
    },
    { sub: 'prullenbak-vol', text: 'De bak bij de bushalte zit al sinds vrijdag vol.' },
    {
      sub: 'prullenbak-vol',
      text: 'Prullenbak heeft geen bodem meer, alles valt er zo door. Beetje onhandig.',
      done: 'De prullenbak is vervangen door een nieuwe, met bodem.',
      street: 'Stieltjesweg',
    },
    { sub: 'prullenbak-vol', text: 'Hondenpoepbakje overvol, mensen hangen de zakjes nu aan het hek. Bah.' },
    {
      sub: 'uitwerpselen',
      text: 'Elke ochtend ligt er hondenpoep voor de ingang van de peuterspeelzaal. We boenen ons suf.',
    },
    {
      sub: 'uitwerpselen',
      text: 'Paardenvijgen op het fietspad, hele rij. Mijn zoontje is erin gevallen.',
      park: 'Abtswoudse Bos',
    },
    {
      sub: 'uitwerpselen',
      text: 'Het grasveldje in de {straat} is één groot hondentoilet geworden. Kan er een bord of een bak met zakjes komen?',
      done: 'Er staat nu een bak met zakjes, en het gras is schoongemaakt.',
    },
    {
      sub: 'graffitiwildplak',
      text: 'Hakenkruis op de muur van het fietstunneltje. Graag zo snel mogelijk weghalen.',
      street: 'Kruithuisweg',
      photo: 'graffiti.jpg',
      isUrgent: true,
    },
    {
      sub: 'graffitiwildplak',
      text: 'De elektrakast op de hoek is volgespoten. Vorig jaar zat er nog zo’n mooie foto op.',
      photo: 'graffiti.jpg',
    },
    {
      sub: 'graffitiwildplak',
      text: 'Stickers op alle verkeersborden in de straat, je kunt het eenrichtingsbord bijna niet lezen.',
      done: 'De stickers zijn van de borden gehaald.',
    },
    {
      sub: 'graffitiwildplak',
      text: 'Er is geklad op de oude muur bij de Oostpoort. Zonde van zo’n monument.',
      street: 'Oosteinde',
    },
    {
      sub: 'onkruid-verharding',
      text: 'Onkruid staat kniehoog tussen de stoeptegels. Met een kinderwagen moet je de straat op.',
    },
    {
      sub: 'onkruid-verharding',
      text: 'Distels en brandnetels op het pleintje waar de kinderen voetballen.',
    },
    {
      sub: 'onkruid-verharding',
      text: 'Heel het parkeerterrein groeit dicht. Wordt hier nog iets aan gedaan dit jaar of moeten we zelf schoffelen?',
    },
    {
      sub: 'gladheid-winterdienst',
      text: 'Fietsbrug is spekglad door aanvriezing, net twee mensen onderuit zien gaan.',
      done: 'Wij hebben direct gestrooid. Deze brug staat nu op de eerste strooiroute.',
      street: 'Sint Sebastiaansbrug',
      isUrgent: true,
    },
    {
      sub: 'gladheid-winterdienst',
      text: 'Wordt het pad naar de school ook gestrooid? Vanmorgen was het een ijsbaan.',
      done: 'Ja: dit pad is toegevoegd aan de strooiroute voor schoolpaden.',
    },
    {
      sub: 'veegzwerfvuil',
      text: 'Schouw: veel peuken en kauwgom rond de ingang van het station, extra reiniging nodig.',
      street: 'Westvest',
      isStaff: true,
    },
    {
      sub: 'graffitiwildplak',
      text: 'Schouw: wildplak op alle lantaarnpalen in de {straat}, ongeveer dertig affiches.',
      isStaff: true,
    },
  ],
  replies: {
    done: [
      'Wij hebben de plek schoongemaakt.',
      'Onze veegploeg is geweest. Het is weer netjes.',
      'Opgeruimd. Op deze plek komen wij voortaan een keer per week extra.',
    ],
    planned: ['De veegwagen komt hier woensdag langs.', 'Wij nemen dit mee in de ronde van volgende week.'],
    waiting: ['Staat bij de veegploeg.', ''],
    questions: [
      [
        'Kunt u precies omschrijven waar het ligt?',
        'Bij de ingang aan de kant van de parkeerplaats, links van het pad.',
      ],
    ],
    cancelled: [
      'Iemand anders meldde dit al. Wij zijn ermee bezig en sluiten daarom uw melding. Bedankt voor het doorgeven.',
      'Dit is geen terrein van de gemeente. Wilt u het melden bij de eigenaar?',
    ],
    notes: ['Foto gemaakt voor het dossier.', 'Meegenomen in de schouw van vrijdag.'],
    photoAfter: 'clean-street.jpg',
  },
  repliesBySub: {
    'prullenbak-vol': {
      done: ['De prullenbak is leeg.', 'De prullenbak is leeg en wij zetten hem op de dagelijkse ronde.'],
    },
    graffitiwildplak: {
      done: [
        'De tekst is verwijderd.',
        'Weggehaald. Wij hebben een laag aangebracht waar verf minder goed op hecht.',
      ],
    },
    'onkruid-verharding': {
      planned: ['Deze wijk is over drie weken aan de beurt voor onkruid.'],
      done: ['Het onkruid is weg. Wij hebben geborsteld, zonder gif.'],
    },
    'gladheid-winterdienst': {
      done: ['Wij hebben direct gestrooid.'],
      planned: ['Bij de volgende vorst nemen wij deze plek mee.'],
    },
  },
}
