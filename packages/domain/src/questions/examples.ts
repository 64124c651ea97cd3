import type { FormState } from './form.ts'
import type { FormAnswers, WireQuestion } from './model.ts'
import { readQuestions } from './read-question.ts'

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

export const questions = readQuestions(wire)

export const now = new Date('2026-03-20T12:00:00Z')

export const category = { main: 'wegen', sub: 'lantaarnpaal' }

export const complete: FormAnswers = { extra_lamp_nummer: ' 12 ', extra_wat: ['scheef'] }

export function formOf(answers: FormAnswers, more: Partial<FormState> = {}): FormState {
  return { questions, answers, facts: { subcategory: 'lantaarnpaal' }, isStaff: false, ...more }
}
