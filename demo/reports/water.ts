import type { Theme } from './voices.ts'

export const BOATS: Theme = {
  main: 'overlast-op-het-water',
  handler: 'behandelaar.groen@waterveste.example',
  voices: [
    {
      sub: 'overlast-op-het-water-snel-varen',
      text: 'Speedboot vol gas over de Schie, onze woonboot sloeg bijna los.',
      street: 'Rotterdamseweg',
    },
    {
      sub: 'overlast-op-het-water-gezonken-boot',
      text: 'Bootje is gezonken, alleen de punt steekt nog boven water. Er komt olie uit.',
      street: 'Hooikade',
      photo: 'sunken-boat.jpg',
      isUrgent: true,
    },
    {
      sub: 'overlast-op-het-water-gezonken-boot',
      text: 'Vergeten roeiboot vol regenwater, ligt al een jaar te rotten.',
      street: 'Rietveld',
      photo: 'sunken-boat.jpg',
    },
    {
      sub: 'overig-boten',
      text: 'Feestsloep met dertig man en een karaokeset door de stille gracht. Eén keer is grappig.',
      street: 'Voorstraat',
    },
  ],
  replies: {
    done: ['Onze toezichthouder heeft de schipper aangesproken.'],
    planned: ['Wij controleren hier het komende weekend.'],
    waiting: ['Doorgegeven aan de toezichthouder op het water.'],
    questions: [
      [
        'Hebt u de naam of het nummer van de boot gezien?',
        'Op de zijkant stond iets met “Libel”, het nummer kon ik niet lezen.',
      ],
    ],
    cancelled: ['Dit water is van het waterschap. Wij hebben uw melding doorgestuurd.'],
    notes: ['Schipper is bekend bij de havendienst.'],
  },
  repliesBySub: {
    'overlast-op-het-water-gezonken-boot': {
      done: ['De boot is geborgen en afgevoerd.'],
      planned: ['De bergboot komt over twee weken.'],
      waiting: ['Sticker geplakt. De eigenaar heeft drie weken de tijd.'],
      notes: ['Oliescherm gelegd.'],
    },
  },
}

export const STRUCTURES: Theme = {
  main: 'civiele-constructies',
  handler: 'behandelaar.groen@waterveste.example',
  voices: [
    {
      sub: 'bruggen',
      text: 'Leuning van het bruggetje zit los, als je leunt zwiept hij mee.',
      street: 'Oosteinde',
      isUrgent: true,
    },
    {
      sub: 'bruggen',
      text: 'Planken van de houten fietsbrug zijn spiegelglad en er ontbreekt er één.',
      park: 'Delftse Hout',
    },
    {
      sub: 'bruggen',
      text: 'De brug ging vanmorgen open zonder bel. Ik stond er met mijn dochtertje op!',
      street: 'Sint Sebastiaansbrug',
      isUrgent: true,
    },
    {
      sub: 'kades',
      text: 'Kademuur bolt uit en er zit een flinke scheur in. Er parkeren gewoon auto’s bovenop.',
      street: 'Oude Delft',
      isUrgent: true,
    },
    {
      sub: 'kades',
      text: 'Stukje oever is weggespoeld, de beschoeiing drijft in de sloot.',
      street: 'Tweemolentjeskade',
    },
    {
      sub: 'drijfvuil-bevaarbaar-water',
      text: 'Gracht ligt vol kroos, flesjes en een verdwaalde bezem. Toeristen maken er foto’s van.',
      street: 'Voldersgracht',
      photo: 'litter.jpg',
    },
    {
      sub: 'drijfvuil-bevaarbaar-water',
      text: 'Er ligt een fiets in het water, het stuur steekt erboven uit. Kano’s varen ertegenaan.',
      done: 'De fiets is uit het water gehaald.',
      street: 'Vlamingstraat',
    },
    {
      sub: 'drijfvuil-bevaarbaar-water',
      text: 'Plastic zakken blijven hangen achter de duiker en het water stroomt niet meer door.',
      street: 'Bieslandsekade',
    },
  ],
  replies: {
    done: ['Het is hersteld en weer veilig.'],
    planned: ['Het herstel staat voor volgende maand in de planning. De plek is tot dan afgezet.'],
    waiting: ['Een constructeur komt deze week kijken.', ''],
    questions: [
      [
        'Aan welke kant van het water is het?',
        'Aan de kant van de kerk, links als je het centrum uit fietst.',
      ],
    ],
    cancelled: ['Dit is van het waterschap. Zij nemen contact met u op.'],
    notes: ['Duiker gevraagd om onder water te kijken.'],
  },
  repliesBySub: {
    'drijfvuil-bevaarbaar-water': {
      done: ['De vuilvisboot is geweest. Het water is schoon.'],
      planned: ['De vuilvisboot komt hier vrijdag.'],
      waiting: ['Doorgegeven aan de vuilvisboot.'],
      notes: ['Twee kuub afval opgehaald.'],
    },
  },
}

export const HOUSING: Theme = {
  main: 'wonen',
  handler: 'coordinator@waterveste.example',
  voices: [
    {
      sub: 'woningkwaliteit',
      text: 'Schimmel in alle slaapkamers. De verhuurder zegt al een jaar dat hij langskomt. Mijn zoon heeft astma.',
      street: 'Bataviastraat',
    },
    {
      sub: 'woningkwaliteit',
      text: 'Balkon van de buren boven laat brokken beton vallen.',
      street: 'Roland Holstlaan',
      isUrgent: true,
    },
    { sub: 'wonen-overig', text: 'De woning naast ons staat al twee jaar leeg, ramen kapot, duiven erin.' },
  ],
  replies: {
    done: [
      'Een inspecteur is geweest. De eigenaar moet dit binnen acht weken herstellen. Wij controleren dat.',
    ],
    planned: ['De inspecteur komt volgende week dinsdag bij u langs.'],
    waiting: ['Eigenaar aangeschreven.'],
    questions: [['Wanneer kunnen wij bij u langskomen?', 'Op dinsdag of donderdag na vier uur.']],
    cancelled: ['De eigenaar heeft het inmiddels opgelost.'],
    notes: ['Dossier geopend.'],
  },
}

export const OTHER: Theme = {
  main: 'overig',
  handler: 'regisseur@waterveste.example',
  voices: [
    {
      sub: 'overig',
      text: 'Er zit iemand vast in het openbaar toilet, deur gaat niet open. Grapje, het ben ik zelf en ik ben er al uit, maar het slot hapert echt.',
      done: 'Het slot is vervangen. Goed dat u eruit kwam!',
    },
    {
      sub: 'overig',
      text: 'Wanneer wordt de kerstverlichting opgehangen in onze straat? Vorig jaar werden we overgeslagen.',
      done: 'Uw straat staat dit jaar op de lijst. De lampjes hangen er vanaf de tweede week van december.',
    },
    {
      sub: 'overig',
      text: 'هناك حفرة كبيرة أمام باب المدرسة والأطفال يسقطون فيها. أرجو إصلاحها.',
      done: 'Het gat voor de deur van de school is gevuld. Bedankt voor uw melding.',
    },
    {
      sub: 'overig',
      text: 'De wifi op het plein doet het niet.',
      done: 'De wifi doet het weer.',
      street: 'Markt',
    },
    {
      sub: 'overig',
      text: 'Zomaar een compliment: de mensen van de groenploeg zijn altijd vriendelijk en maken een praatje met mijn vader. Dat mag ook eens gezegd.',
      done: 'Wat fijn om te lezen. Wij hebben uw bericht voorgelezen bij de koffie van de groenploeg.',
    },
    {
      sub: 'overige-dienstverlening',
      text: 'Ik stond 40 minuten in de wacht en toen werd de verbinding verbroken.',
      done: 'Dat is veel te lang, onze excuses. U kunt nu ook een terugbelverzoek achterlaten.',
    },
    {
      sub: 'overige-dienstverlening',
      text: 'Les horaires affichés sur votre site ne sont pas corrects : le guichet était fermé jeudi soir.',
      done: 'De openingstijden op de website zijn verbeterd.',
    },
  ],
  replies: {
    done: [
      'Wij hebben uw melding doorgegeven en het is opgelost.',
      'Bedankt voor uw bericht. Wij hebben het met de collega’s gedeeld.',
      'U hebt gelijk, dat had beter gemoeten. Wij hebben het aangepast.',
    ],
    planned: ['Wij pakken dit volgende week op.'],
    waiting: ['Uitgezet bij de collega’s.'],
    questions: [
      ['Kunt u ons vertellen om welke straat het gaat?', 'Om de hele straat, vanaf de kerk tot aan de brug.'],
    ],
    cancelled: ['Dit is geen taak van de gemeente.'],
    notes: ['Melder gebeld, is blij met de uitleg.'],
  },
}
