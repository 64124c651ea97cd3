/** A category of the demonstration without questions of its own. */
export const QUESTIONED = 'overig/overige-dienstverlening'

const TREES = '/demo/objects/trees?bbox={west},{south},{east},{north}&srs={srsName}'
const LAMPS = '/demo/objects/street-lights?bbox={west},{south},{east},{north}&srs={srsName}'

function question(key: string, field_type: string, meta: object, required = false) {
  return { key: `extra_${key}`, field_type, required, meta }
}

function objects(key: string, field_type: string, label: string, more: object = {}) {
  const language = { unregistered: 'Het staat niet op de kaart', unregisteredId: 'Nummer (als u dat ziet)' }
  return question(key, field_type, { label, shortLabel: label, language, maxNumberOfAssets: 2, ...more })
}

/** One of every field type that a municipality can use, with conditions, validators and a stop. */
export const EVERY_QUESTION = [
  question('kop', 'question_header', { label: 'Over wat u zag' }),
  question(
    'naam',
    'text_input',
    {
      label: 'Hoe heet de plek?',
      shortLabel: 'Plek',
      subtitle: 'Bijvoorbeeld: speeltuin De Wip.',
      placeholder: 'De plek',
      validators: ['required', ['maxLength', 40]],
    },
    true,
  ),
  question('verhaal', 'text_area_input', {
    label: 'Wat is er gebeurd?',
    shortLabel: 'Verhaal',
    maxLength: 300,
  }),
  question(
    'ernst',
    'radio_input',
    {
      label: 'Hoe erg is het?',
      shortLabel: 'Ernst',
      values: {
        klein: 'Een beetje',
        groot: { value: 'Erg', info: 'Iemand kan erdoor vallen' },
        particulier: 'Het is op mijn eigen grond',
      },
    },
    true,
  ),
  question('uitleg_bericht', 'plain_text', { value: 'U mag ook bellen: 015 000 00 00.' }),
  question('uitleg_citaat', 'plain_text', { type: 'citation', value: '> Zo staat het in de regels.' }),
  question('uitleg_let_op', 'plain_text', {
    type: 'caution',
    value: 'Blijf zelf op afstand.',
    ifAllOf: { extra_ernst: 'groot' },
  }),
  question('uitleg_gevaar', 'plain_text', {
    type: 'alert',
    value: '**Is er gevaar?** Bel dan meteen 112.',
    ifAllOf: { extra_ernst: 'groot' },
  }),
  question('stop', 'plain_text', {
    type: 'alert',
    value:
      'Op eigen grond kunnen wij niets doen. Bel een bedrijf, of [lees wat u zelf kunt doen](https://www.waterveste.example/hulp).',
    validators: ['isBlocking'],
    ifAllOf: { extra_ernst: 'particulier' },
  }),
  question('wat', 'checkbox_input', {
    label: 'Wat is er mis?',
    shortLabel: 'Wat',
    values: { kapot: 'Kapot', vies: 'Vies', weg: 'Weg' },
  }),
  question('vies', 'select_input', {
    label: 'Hoe vies is het?',
    shortLabel: 'Hoe vies',
    values: { beetje: 'Een beetje', erg: 'Heel erg' },
    ifAllOf: { extra_wat: ['vies'] },
  }),
  question('akkoord', 'checkbox_input', { label: 'Toestemming', value: 'U mag mijn tekst gebruiken.' }),
  question('wanneer', 'date_time_input', { label: 'Wanneer was het?', shortLabel: 'Wanneer' }),
  question('waar', 'location_select', { label: 'Waar was het?' }),
  objects('boom', 'asset_select', 'Welke boom is het?', {
    endpoint: TREES,
    featureTypes: [
      {
        label: 'Boom',
        description: 'Boom {{id}}',
        idField: 'id',
        typeField: 'type',
        typeValue: 'tree',
        icon: { iconUrl: '/demo/icons/tree.svg' },
      },
    ],
  }),
  objects('lamp', 'streetlight_select', 'Welke lamp is het?', { endpoint: LAMPS }),
  objects('klok', 'clock_select', 'Welke klok is het?'),
  objects('rups', 'caterpillar_select', 'In welke boom zit de rups?'),
]
