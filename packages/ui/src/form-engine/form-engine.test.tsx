import {
  type AssetQuestion,
  findFormFaults,
  findVisibleForm,
  readQuestions,
  toExtraProperties,
} from '@signalen/domain'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  FORM_MESSAGES,
  type FormFields,
  QuestionField,
  readAssets,
  readFormAnswers,
  sortByDistance,
  writeAssetValue,
} from '../index.ts'

const messages = FORM_MESSAGES.nl
const now = new Date('2026-11-24T12:00:00Z')

const QUESTIONS = readQuestions([
  { key: 'kop', field_type: 'question_header', meta: { label: 'Over de lamp' } },
  { key: 'nummer', field_type: 'text_input', meta: { label: 'Nummer?', maxLength: 5 }, required: true },
  { key: 'uitleg', field_type: 'text_area_input', meta: { label: 'Uitleg', subtitle: 'Kort' } },
  {
    key: 'gevaar',
    field_type: 'radio_input',
    meta: { label: 'Gevaar?', values: { ja: 'Ja', nee: 'Nee' } },
    required: true,
  },
  {
    key: 'dier',
    field_type: 'select_input',
    meta: { label: 'Dier', values: [{ kat: 'Kat' }, { hond: 'Hond' }] },
  },
  {
    key: 'soort',
    field_type: 'checkbox_input',
    meta: { label: 'Soort', values: { glas: 'Glas', hout: 'Hout' } },
  },
  { key: 'akkoord', field_type: 'checkbox_input', meta: { label: 'Akkoord', value: 'Ik ga akkoord' } },
  { key: 'wanneer', field_type: 'date_time_input', meta: { label: 'Wanneer?' }, required: true },
  { key: 'nummers', field_type: 'multi_text_input', meta: { label: 'Nummers' } },
  {
    key: 'paal',
    field_type: 'streetlight_select',
    meta: {
      label: 'Welke lamp?',
      endpoint: '/o?b={west}',
      maxNumberOfAssets: 2,
      featureTypes: [
        { label: 'Lamp', description: 'Lamp {{nr}}', idField: 'nr', typeField: 'soort', typeValue: 'lamp' },
        { label: 'Anders', typeValue: 'not-on-map', description: 'Staat er niet op' },
      ],
    },
  },
  {
    key: 'bel',
    field_type: 'plain_text',
    meta: { type: 'alert', value: '**Bel** ons', validators: ['isBlocking'], ifAllOf: { gevaar: 'ja' } },
  },
])

function answersOf(fields: FormFields) {
  return findVisibleForm({
    questions: QUESTIONS,
    answers: readFormAnswers(QUESTIONS, fields),
    facts: {},
    isStaff: false,
  })
}

function render(
  key: string,
  fields: FormFields = {},
  rest: { fault?: { code: 'required' }; assets?: ReturnType<typeof readAssets> } = {},
) {
  const question = QUESTIONS.find((candidate) => candidate.key === key)
  if (!question) throw new Error(key)
  return renderToStaticMarkup(
    <QuestionField
      question={question}
      fields={fields}
      fault={rest.fault}
      messages={messages}
      facts={{}}
      assets={rest.assets}
    />,
  )
}

test('every kind of question is there as plain HTML, with what was filled in', () => {
  expect(render('kop')).toContain('Over de lamp')
  expect(render('nummer', { nummer: ['12'] })).toMatch(/<input[^>]*name="nummer"/)
  expect(render('nummer', { nummer: ['12'] })).toContain('value="12"')
  expect(render('uitleg', { uitleg: ['a\nb'] })).toContain('a\nb</textarea>')
  expect(render('gevaar', { gevaar: ['ja'] })).toMatch(
    /type="radio"[^>]*checked=""[^>]*value="ja"|value="ja"[^>]*checked=""/,
  )
  expect(render('dier', { dier: ['hond'] })).toContain('<option value="hond" selected="">Hond</option>')
  expect(render('soort')).toContain('type="checkbox"')
  expect(render('akkoord')).toContain('Ik ga akkoord')
  expect(render('wanneer')).toMatch(/type="date"[\s\S]*type="time"/)
  expect(render('bel')).toContain('<strong>Bel</strong>')
})

test('what need not be answered says so, and a fault stands with its field', () => {
  expect(render('uitleg')).toContain(messages.optional)
  expect(render('nummer', {}, { fault: { code: 'required' } })).toContain(messages.faults.required)
  expect(render('nummer')).not.toContain(messages.optional)
})

test('objects are a list once there is a place, and anything else can be named', () => {
  const paal = QUESTIONS.find((question): question is AssetQuestion => question.key === 'paal')
  if (!paal) throw new Error('no question')
  const feature = (nr: string, lng: number, soort = 'lamp') => ({
    type: 'Feature',
    properties: { nr, soort },
    geometry: { type: 'Point', coordinates: [lng, 52] },
  })
  const collection = {
    features: [feature('L1', 4.4), feature('L2', 4.31), feature('X', 4.3, 'boom'), {}, null],
  }
  const assets = sortByDistance(readAssets(paal, collection), { longitude: 4.3, latitude: 52 })
  expect(assets.map(({ label }) => label)).toEqual(['Lamp L2', 'Lamp L1'])
  expect(render('paal')).toContain(messages.assetsNeedPlace)
  const html = render('paal', { paal: assets.slice(0, 1).map(writeAssetValue) }, { assets })
  expect(html).toContain('Lamp L2')
  expect(html.match(/checked=""/g)).toHaveLength(1)
  expect(html).toContain('name="paal.unlisted"')
})

test('what a form sends becomes the answers that the API knows', () => {
  const asset = { id: 'L1', type: 'lamp', label: 'Lamp L1', coordinates: { lat: 52, lng: 4.3 } }
  const visible = answersOf({
    nummer: ['12'],
    gevaar: ['nee'],
    soort: ['hout', 'glas'],
    akkoord: ['ja'],
    wanneer: ['earlier'],
    'wanneer.date': ['23-11-2026'],
    'wanneer.time': ['8.30'],
    nummers: ['1, 2;3'],
    paal: [writeAssetValue(asset)],
    'paal.unlisted': ['zonder nummer'],
  })
  expect(findFormFaults(visible, now).size).toBe(0)
  const answers = new Map(
    toExtraProperties(visible, { main: 'a', sub: 'b' }).map(({ id, answer }) => [id, answer]),
  )
  expect(answers.get('nummer')).toBe('12')
  expect(answers.get('gevaar')).toEqual({ id: 'nee', label: 'Nee', info: '' })
  expect(answers.get('soort')).toEqual([
    { id: 'glas', label: 'Glas' },
    { id: 'hout', label: 'Hout' },
  ])
  expect(answers.get('nummers')).toEqual(['1', '2', '3'])
  expect(answers.get('paal')).toEqual([
    { ...asset, description: '' },
    { id: 'zonder nummer', type: 'not-on-map', label: 'zonder nummer' },
  ])
  expect(visible.answers.wanneer).toBe('2026-11-23T07:30:00.000Z')
})

test.each([
  [{ wanneer: ['earlier'] }, 'moment'],
  [{ wanneer: ['earlier'], 'wanneer.date': ['2026-02-30'] }, 'moment'],
  [{ wanneer: ['earlier'], 'wanneer.date': ['2026-11-25'] }, 'future'],
  [{}, 'required'],
])('a moment that cannot be is a fault: %j', (fields, code) => {
  expect(findFormFaults(answersOf(fields), now).get('wanneer')?.code).toBe(code)
})

test('whatever is sent, reading it never fails', () => {
  const names = fc.constantFrom(
    'nummer',
    'gevaar',
    'wanneer',
    'wanneer.date',
    'wanneer.time',
    'paal',
    'paal.unlisted',
    '__proto__',
  )
  fc.assert(
    fc.property(
      fc.dictionary(names, fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 3 })),
      (fields) => {
        findFormFaults(answersOf(fields), now)
      },
    ),
  )
})
