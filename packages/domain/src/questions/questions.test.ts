import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExtraProperties } from '../signals/extra-properties.ts'
import { describeFeature, fillAssetEndpoint, findFeatureType } from './assets.ts'
import { findFormFaults } from './check-form.ts'
import { isMet, listConditionKeys, readCondition } from './conditions.ts'
import {
  changeAnswer,
  type FormState,
  fillPlaceholders,
  findVisibleForm,
  listBlockingQuestions,
} from './form.ts'
import { type AssetQuestion, type FormAnswers, QUESTION_FIELD_TYPES, type WireQuestion } from './model.ts'
import { readPostedAnswers } from './read-answers.ts'
import { readQuestion, readQuestions } from './read-question.ts'
import { findIncidentStart, toExtraProperties } from './to-properties.ts'
import { fitsPattern, readValidator } from './validators.ts'

const now = new Date('2026-03-20T12:00:00Z')
const category = { main: 'wegen', sub: 'lantaarnpaal' }

/** Two questions of the base data, and what municipalities write besides. */
const wire: WireQuestion[] = [
  {
    key: 'extra_lamp_nummer',
    field_type: 'text_input',
    meta: { label: 'Wat is het nummer van de lantaarnpaal?', maxLength: 20, shortLabel: 'Lamppaal' },
    required: true,
  },
  {
    key: 'extra_lamp_gevaar',
    field_type: 'radio_input',
    meta: {
      label: 'Is de situatie gevaarlijk?',
      values: { ja: 'Ja', nee: { value: 'Nee', info: 'Gelukkig' } },
      shortLabel: 'Gevaar',
    },
    required: false,
  },
  {
    key: 'extra_lamp_stop',
    field_type: 'plain_text',
    meta: {
      type: 'alert',
      value: 'Bel 112',
      validators: ['isBlocking'],
      ifAllOf: { extra_lamp_gevaar: 'ja' },
    },
    required: false,
  },
  {
    key: 'extra_wat',
    field_type: 'checkbox_input',
    meta: {
      label: 'Wat is er mis?',
      values: { uit: 'Uit', scheef: 'Scheef' },
      ifOneOf: { subcategory: ['lantaarnpaal', 'klok'] },
    },
    required: true,
  },
  {
    key: 'extra_hoe_scheef',
    field_type: 'select_input',
    meta: {
      label: 'Hoe scheef?',
      values: [{ beetje: 'Een beetje' }, { erg: 'Erg' }],
      ifAllOf: { extra_wat: ['uit', 'scheef'] },
    },
    required: false,
  },
  {
    key: 'extra_akkoord',
    field_type: 'checkbox_input',
    meta: { label: 'Akkoord', value: 'Ik ga akkoord' },
    required: false,
  },
  { key: 'dateTime', field_type: 'date_time_input', meta: { label: 'Wanneer?' }, required: false },
  { key: 'extra_nummers', field_type: 'multi_text_input', meta: { label: 'Nummers' }, required: false },
  {
    key: 'extra_lampen',
    field_type: 'streetlight_select',
    meta: {
      label: 'Welke lampen?',
      maxNumberOfAssets: 2,
      endpoint: 'https://data.example/?bbox=%7bwest%7d,{south}&x={x}',
    },
    required: false,
  },
  {
    key: 'extra_intern',
    field_type: 'text_area_input',
    meta: { label: 'Voor ons', authenticated: true },
    required: false,
  },
]
const questions = readQuestions(wire)

function formOf(answers: FormAnswers, more: Partial<FormState> = {}): FormState {
  return { questions, answers, facts: { subcategory: 'lantaarnpaal' }, isStaff: false, ...more }
}

function visibleKeys(answers: FormAnswers, more: Partial<FormState> = {}): string[] {
  return findVisibleForm(formOf(answers, more)).questions.map(({ key }) => key)
}

function faultsOf(answers: FormAnswers) {
  return Object.fromEntries(findFormFaults(findVisibleForm(formOf(answers)), now))
}

const complete: FormAnswers = { extra_lamp_nummer: ' 12 ', extra_wat: ['scheef'] }

describe('reading questions', () => {
  it('knows every field type', () => {
    for (const field_type of QUESTION_FIELD_TYPES) {
      expect(readQuestion({ key: 'x', field_type })).toBeDefined()
      expect(readQuestion({ key: 'x', field_type, meta: null, required: true })).toMatchObject({
        required: true,
      })
    }
    expect(readQuestion({ key: 'x', field_type: 'hologram' })).toBeUndefined()
  })

  it('takes the first of two with one key', () => {
    const twice = [
      { key: 'x', field_type: 'text_input' },
      { key: 'x', field_type: 'radio_input' },
    ]
    expect(readQuestions(twice).map(({ kind }) => kind)).toEqual(['text'])
  })

  it('reads options as municipalities write them', () => {
    expect(questions[1]).toMatchObject({
      options: [
        { id: 'ja', label: 'Ja', info: '' },
        { id: 'nee', label: 'Nee', info: 'Gelukkig' },
      ],
    })
    expect(questions[4]).toMatchObject({ appearance: 'select', options: [{ id: 'beetje' }, { id: 'erg' }] })
  })

  it('finds the words of an information in value or label', () => {
    const read = (meta: unknown) => readQuestion({ key: 'x', field_type: 'plain_text', meta })
    expect(read({ type: 'citation', label: 'Let op' })).toMatchObject({ tone: 'citation', text: 'Let op' })
    expect(read({ value: 'Hallo' })).toMatchObject({ tone: 'message', text: 'Hallo', isBlocking: false })
  })

  it('survives any meta', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_FIELD_TYPES), fc.jsonValue(), (field_type, meta) => {
        const question = readQuestion({ key: 'x', field_type, meta })
        if (question === undefined) throw new Error('not read')
        const visible = findVisibleForm({
          questions: [question],
          answers: { x: 'a' },
          facts: {},
          isStaff: true,
        })
        expect(isExtraProperties(toExtraProperties(visible, category))).toBe(true)
        expect(findFormFaults(visible, now).size).toBeLessThan(2)
      }),
    )
  })
})

describe('conditions', () => {
  const met = (meta: unknown, given: Record<string, string[]>) =>
    isMet(readCondition(new Map(Object.entries(meta as object))), (key) => given[key] ?? [])

  it.each([
    ['none', {}, {}, true],
    ['one of a list', { ifOneOf: { a: ['1', '2'] } }, { a: ['2'] }, true],
    ['a single value', { ifOneOf: { a: '1' } }, { a: ['2'] }, false],
    ['all of a list', { ifAllOf: { a: ['1', '2'] } }, { a: ['1', '2', '3'] }, true],
    ['not all of a list', { ifAllOf: { a: ['1', '2'] } }, { a: ['1'] }, false],
    ['every key', { ifAllOf: { a: '1', b: '1' } }, { a: ['1'] }, false],
    ['any key', { ifOneOf: { a: '1', b: '1' } }, { b: ['1'] }, true],
    ['nested', { ifAllOf: { a: '1', ifOneOf: { b: '1', c: '1' } } }, { a: ['1'], c: ['1'] }, true],
    ['nested, half', { ifAllOf: { a: '1', ifOneOf: { b: '1', c: '1' } } }, { c: ['1'] }, false],
    ['both', { ifAllOf: { a: '1' }, ifOneOf: { b: '1' } }, { a: ['1'] }, false],
    ['a list of groups', { ifOneOf: [{ a: '1' }, { b: '1' }] }, { b: ['1'] }, true],
    ['numbers and ticks', { ifAllOf: { a: 1, b: true } }, { a: ['1'], b: ['true'] }, true],
    ['nonsense', { ifAllOf: 'x' }, {}, true],
  ])('%s', (_, meta, given, expected) => {
    expect(met(meta, given as Record<string, string[]>)).toBe(expected)
  })

  it('name what they ask about', () => {
    const condition = readCondition(new Map([['ifAllOf', { a: '1', ifOneOf: { b: ['1', '2'] } }]]))
    expect(listConditionKeys(condition)).toEqual(['a', 'b'])
    expect(listConditionKeys(undefined)).toEqual([])
  })
})

describe('what is visible', () => {
  it('follows answers and facts', () => {
    expect(visibleKeys({})).toContain('extra_wat')
    expect(visibleKeys({}, { facts: {} })).not.toContain('extra_wat')
    expect(visibleKeys({ extra_wat: ['uit'] })).not.toContain('extra_hoe_scheef')
    expect(visibleKeys({ extra_wat: ['uit', 'scheef'] })).toContain('extra_hoe_scheef')
    expect(visibleKeys({})).not.toContain('extra_intern')
    expect(visibleKeys({}, { isStaff: true })).toContain('extra_intern')
  })

  it('forgets answers of what is no longer visible, however long the chain', () => {
    const chain = readQuestions(
      ['a', 'b', 'c', 'd'].map((key, index) => ({
        key,
        field_type: 'text_input',
        meta: index === 0 ? {} : { ifAllOf: { [['a', 'b', 'c', 'd'][index - 1] ?? '']: 'x' } },
      })),
    )
    const form = { ...formOf({ a: 'y', b: 'x', c: 'x', d: 'x', stale: 'x' }), questions: chain }
    expect(findVisibleForm(form)).toMatchObject({ answers: { a: 'y' } })
    expect(findVisibleForm(form).questions.map(({ key }) => key)).toEqual(['a'])
    expect(changeAnswer(form, 'a', 'x')).toEqual({ a: 'x' })
  })

  it('comes to rest, with answers of visible questions only, whatever asks for whatever', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const value = fc.constantFrom('x', 'y')
    const meta = fc.record(
      {
        ifAllOf: fc.dictionary(key, value, { maxKeys: 2 }),
        ifOneOf: fc.dictionary(key, value, { maxKeys: 2 }),
      },
      { requiredKeys: [] },
    )
    const anyQuestions = fc.array(fc.record({ key, field_type: fc.constant('text_input'), meta }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyQuestions, fc.dictionary(key, value), (given, answers) => {
        const form = { ...formOf(answers), questions: readQuestions(given) }
        const visible = findVisibleForm(form)
        const keys = visible.questions.map((question) => question.key)
        expect(Object.keys(visible.answers).every((answered) => keys.includes(answered))).toBe(true)
        expect(findVisibleForm({ ...form, answers: visible.answers })).toEqual(visible)
      }),
    )
  })

  it('may stop the form', () => {
    const blocked = findVisibleForm(formOf({ ...complete, extra_lamp_gevaar: 'ja' }))
    expect(listBlockingQuestions(blocked).map(({ key }) => key)).toEqual(['extra_lamp_stop'])
    expect(listBlockingQuestions(findVisibleForm(formOf(complete)))).toEqual([])
  })

  it('may be reset by one choice', () => {
    const [reset] = readQuestions([
      { key: 'soort', field_type: 'radio_input', meta: { values: { a: 'A' }, resetsStateOnChange: true } },
    ])
    if (reset === undefined) throw new Error('not read')
    const form = formOf(complete, { questions: [reset, ...questions] })
    expect(changeAnswer(form, 'soort', 'a')).toEqual({ soort: 'a' })
    expect(changeAnswer(form, 'extra_lamp_nummer', undefined)).toEqual({ extra_wat: ['scheef'] })
  })
})

describe('checking answers', () => {
  it('finds nothing wrong with a complete form', () => {
    expect(faultsOf(complete)).toEqual({})
  })

  it.each<[string, FormAnswers, object]>([
    ['nothing', {}, { extra_lamp_nummer: { code: 'required' }, extra_wat: { code: 'required' } }],
    ['blanks', { ...complete, extra_lamp_nummer: '  ' }, { extra_lamp_nummer: { code: 'required' } }],
    [
      'too long',
      { ...complete, extra_lamp_nummer: 'x'.repeat(21) },
      { extra_lamp_nummer: { code: 'maxLength', limit: 20 } },
    ],
    [
      'an unknown option',
      { ...complete, extra_lamp_gevaar: 'misschien' },
      { extra_lamp_gevaar: { code: 'choice' } },
    ],
    ['an unknown tick', { ...complete, extra_wat: ['weg'] }, { extra_wat: { code: 'choice' } }],
    ['a future moment', { ...complete, dateTime: '2026-03-21T12:00:00Z' }, { dateTime: { code: 'future' } }],
    ['no moment', { ...complete, dateTime: 'gisteren' }, { dateTime: { code: 'moment' } }],
    ['letters for numbers', { ...complete, extra_nummers: ['12a'] }, { extra_nummers: { code: 'pattern' } }],
    ['a text for a tick', { ...complete, extra_akkoord: 'ja' }, { extra_akkoord: { code: 'type' } }],
    [
      'too many lamps',
      { ...complete, extra_lampen: ['1', '2', '3'].map((id) => ({ id, type: 'Lamp', label: id })) },
      { extra_lampen: { code: 'tooMany', limit: 2 } },
    ],
  ])('%s', (_, answers, faults) => {
    expect(faultsOf(answers)).toEqual(faults)
  })

  it.each([
    [['maxLength', 3], 'abcd', { code: 'maxLength', limit: 3 }],
    [['max_length', 3], 'abc', undefined],
    [['minLength', 3], 'ab', { code: 'minLength', limit: 3 }],
    [['max', 10], '11', { code: 'max', limit: 10 }],
    [['min', 10], '9,5', { code: 'min', limit: 10 }],
    [['max', 10], 'veel', { code: 'number' }],
    ['email', 'geen', { code: 'email' }],
    [['pattern', '\\d{4}[A-Z]{2}'], '1234ab', { code: 'pattern' }],
    [['pattern', '\\d{4}[A-Z]{2}'], '1234AB', undefined],
    [['pattern', '['], 'x', undefined],
    ['requiredTrue', 'x', undefined],
    [['maxLength', 'veel'], 'x', undefined],
  ])('applies %j to %s', (validator, text, fault) => {
    const [question] = readQuestions([
      { key: 'x', field_type: 'text_input', meta: { validators: [validator] } },
    ])
    if (question === undefined) throw new Error('not read')
    const faults = findFormFaults({ questions: [question], answers: { x: text } }, now)
    expect(faults.get('x')).toEqual(fault)
  })

  it('does not run patterns that could take long', () => {
    for (const pattern of ['(a+)+b', '(a|aa)*b', '.*.*.*b', '(a)\\1', '(?=a)b', 'a'.repeat(201)])
      expect(fitsPattern('a'.repeat(400), pattern)).toBe(true)
    expect(fitsPattern('a'.repeat(501), 'a*')).toBe(false)
    expect(readValidator(['pattern', 3])).toBeUndefined()
  })
})

describe('what is sent', () => {
  const category_url = '/signals/v1/public/terms/categories/wegen/sub_categories/lantaarnpaal'
  const lamp = { id: '42', type: 'Lamp', label: 'Lamp 42', coordinates: { lat: 52.3, lng: 4.9 } }

  it('has the shapes that clients know', () => {
    const answers: FormAnswers = {
      extra_lamp_nummer: ' 12 ',
      extra_lamp_gevaar: 'nee',
      extra_wat: ['scheef', 'uit'],
      extra_hoe_scheef: 'erg',
      extra_akkoord: true,
      extra_nummers: ['1', '', '2'],
      extra_lampen: [lamp],
      dateTime: '2026-03-19T12:00:00Z',
      extra_oud: 'van vroeger',
    }
    const visible = findVisibleForm(formOf(answers))
    expect(toExtraProperties(visible, category)).toEqual([
      { id: 'extra_lamp_nummer', label: 'Lamppaal', category_url, answer: '12' },
      {
        id: 'extra_lamp_gevaar',
        label: 'Gevaar',
        category_url,
        answer: { id: 'nee', label: 'Nee', info: 'Gelukkig' },
      },
      {
        id: 'extra_wat',
        label: 'Wat is er mis?',
        category_url,
        answer: [
          { id: 'uit', label: 'Uit' },
          { id: 'scheef', label: 'Scheef' },
        ],
      },
      { id: 'extra_hoe_scheef', label: 'Hoe scheef?', category_url, answer: { id: 'erg', label: 'Erg' } },
      {
        id: 'extra_akkoord',
        label: 'Akkoord',
        category_url,
        answer: { label: 'Ik ga akkoord', value: true },
      },
      { id: 'extra_nummers', label: 'Nummers', category_url, answer: ['1', '2'] },
      { id: 'extra_lampen', label: 'Welke lampen?', category_url, answer: [lamp] },
    ])
    expect(findIncidentStart(visible, now)).toEqual(new Date('2026-03-19T12:00:00Z'))
    expect(findIncidentStart(findVisibleForm(formOf({ dateTime: 'now' })), now)).toEqual(now)
    expect(findIncidentStart({ questions: [], answers: {} }, now)).toEqual(now)
  })

  it('says nothing where nothing was answered', () => {
    const empty: FormAnswers = {
      extra_lamp_nummer: ' ',
      extra_wat: [],
      extra_nummers: [''],
      extra_lampen: [],
    }
    expect(toExtraProperties(findVisibleForm(formOf(empty)), category)).toEqual([])
  })
})

describe('without script', () => {
  it('reads what a plain form sends', () => {
    const posted = {
      extra_lamp_nummer: '12',
      extra_lamp_gevaar: 'ja',
      extra_wat: 'uit',
      extra_nummers: ['1', ' '],
      extra_akkoord: 'on',
      extra_lampen: '42',
      vreemd: 'x',
    }
    expect(readPostedAnswers(questions, posted)).toEqual({
      extra_lamp_nummer: '12',
      extra_lamp_gevaar: 'ja',
      extra_wat: ['uit'],
      extra_nummers: ['1'],
      extra_akkoord: true,
      extra_lampen: [{ id: '42', type: 'not-on-map', label: '42' }],
    })
    expect(readPostedAnswers(questions, {})).toEqual({})
  })
})

describe('objects on the map', () => {
  const question = readQuestion({
    key: 'x',
    field_type: 'asset_select',
    meta: {
      featureTypes: [
        {
          label: 'Lamp',
          description: 'Lamp {{ nummer }}{{weg}}',
          typeField: 'soort',
          typeValue: '1',
          icon: { iconUrl: '/l.svg' },
        },
        { label: 'Overig' },
      ],
    },
  }) as AssetQuestion

  it('are asked for by the corners of the map', () => {
    const box = { west: 4, south: 52, east: 5, north: 53 }
    expect(
      fillAssetEndpoint('https://data.example/?bbox=%7Bwest%7d,{south},{east},{north},{srsName}&x={x}', box),
    ).toBe('https://data.example/?bbox=4,52,5,53,EPSG:4326&x={x}')
  })

  it('are of a type, with a description', () => {
    const type = findFeatureType(question, { soort: 1 })
    expect(type).toMatchObject({ label: 'Lamp', iconUrl: '/l.svg' })
    expect(type && describeFeature(type, { nummer: 7 })).toBe('Lamp 7')
    expect(findFeatureType(question, {})).toMatchObject({ label: 'Overig', typeValue: 'Overig' })
    expect(question.most).toBe(1)
  })
})

describe('explanations', () => {
  it('are filled with what is known', () => {
    expect(fillPlaceholders('U meldt {incident.category} op {incident.place}.', { category: 'afval' })).toBe(
      'U meldt afval op onbekend.',
    )
  })
})
